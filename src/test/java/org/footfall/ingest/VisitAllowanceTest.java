package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitAllowanceTest {
  private final VisitAllowance visits = new VisitAllowance(1_000, 4);

  @Test
  void oneShardMayTakeWhatTheOthersLeave() {
    assertThat(visits.of(2)).isEqualTo(1_000);
    visits.holds(0, 300);
    visits.holds(1, 100);
    visits.holds(2, 400);
    assertThat(visits.of(2)).isEqualTo(600);
    visits.holds(0, 0);
    assertThat(visits.of(2)).isEqualTo(900);
  }

  @Test
  void eachShardHasItsPartAndTheGreedyOneGivesBack() {
    visits.holds(0, 1_000);
    assertThat(visits.of(1)).isEqualTo(250);
    visits.holds(1, 250);
    visits.holds(2, 250);
    assertThat(visits.of(0)).isEqualTo(500);
  }
}
