package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DayStateTest {
  /** Visits of so many visitors, one a second. */
  private static List<Visit> visits(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(
            second -> {
              Visit visit = new Visit(second + 1);
              visit.visitorId = second + 1;
              visit.configId = second + 1;
              visit.lastAction = second;
              return visit;
            })
        .toList();
  }

  @Test
  void aDayIsTidiedWhenItHasDoubled() {
    DayState day = new DayState(visits(9_000, 10_000), 9_000);
    visits(10_000, 11_000).forEach(day::add);
    day.tidy(10_500);
    assertThat(day.size()).isEqualTo(2_000);
    visits(11_000, 12_000).forEach(day::add);
    day.tidy(11_500);
    assertThat(day.size()).isEqualTo(500);
    assertThat(day.since()).isEqualTo(11_500);
  }

  @Test
  void aDayThatALateHitMadeWholeIsTidiedSoonAfter() {
    DayState day = new DayState(visits(9_000, 10_000), 9_000);
    day.complete(visits(0, 10_000));
    assertThat(day.size()).isEqualTo(10_000);
    assertThat(day.since()).isEqualTo(Long.MIN_VALUE);
    day.tidy(9_000);
    assertThat(day.size()).isEqualTo(1_000);
    assertThat(day.since()).isEqualTo(9_000);
  }
}
