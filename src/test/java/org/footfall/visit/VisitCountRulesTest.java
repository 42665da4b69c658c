package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How visits count from each other, whatever the order of their hits: one test a rule. */
class VisitCountRulesTest {
  private final TestHits hits = new TestHits();

  private Visit visit(int number) {
    return hits.visits().get(number - 1);
  }

  @Test
  void laterVisitsCountFromTheEarlierOnes() {
    hits.at("2026-03-10T01:06:00Z").cookie(7).hit();
    hits.at("2026-03-10T01:12:00Z").cookie(7).hit();
    hits.at("2026-03-10T02:00:00Z").cookie(7).hit();
    hits.at("2026-03-12T02:00:00Z").cookie(7).hit();
    assertThat(visit(1).returning).isZero();
    assertThat(visit(1).visitCount).isEqualTo(1);
    assertThat(visit(2).returning).isEqualTo(1);
    assertThat(visit(2).visitCount).isEqualTo(2);
    assertThat(visit(2).secondsSinceLast).isEqualTo(3_240);
    assertThat(visit(3).visitCount).isEqualTo(3);
    assertThat(visit(3).secondsSinceFirst).isEqualTo(176_040);
    assertThat(visit(3).secondsSinceLast).isEqualTo(172_800);
    assertThat(visit(3).visitorOrdinal).isEqualTo(1);
  }

  @Test
  void aVisitThatArrivesLateCountsFromTheOneBeforeIt() {
    hits.at("2026-03-01T10:00:00Z").cookie(7).hit();
    hits.at("2026-03-05T10:00:00Z").cookie(7).hit();
    hits.at("2026-03-03T10:00:00Z").cookie(7).hit();
    hits.at("2026-03-04T10:00:00Z").cookie(7).hit();
    hits.at("2026-02-01T10:00:00Z").cookie(7).hit();
    hits.at("2026-03-06T10:00:00Z").cookie(7).hit();
    assertThat(hits.visits())
        .extracting(visit -> visit.visitCount)
        .containsExactly(1, 2, 2, 3, 1, 3);
    assertThat(hits.visits())
        .extracting(visit -> visit.returning)
        .containsExactly(0, 1, 1, 1, 0, 1);
    assertThat(hits.visits())
        .extracting(visit -> visit.secondsSinceLast / 86_400)
        .containsExactly(0L, 4L, 2L, 1L, 0L, 1L);
  }

  @Test
  void aLateHitJoinsTheVisitItBelongsTo() {
    hits.at("10:00").cookie(7).hit();
    hits.at("12:00").cookie(7).hit();
    hits.at("10:10").cookie(7).hit();
    assertThat(hits.visits()).hasSize(2);
    assertThat(visit(1).actions).isEqualTo(2);
  }

  @Test
  void aHitOutOfOrderNeverMovesTheEndBack() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:10").cookie(7).hit();
    Outcome late = hits.at("10:05").cookie(7).hit();
    assertThat(visit(1).lastAction - visit(1).firstAction).isEqualTo(600);
    assertThat(late.secondsBefore()).isZero();
    assertThat(late.position()).isEqualTo(2);
  }

  /** As recorded: of the hits of a visit, the one that comes in last tells how long it took. */
  @Test
  void theHitThatComesLastTellsTheLength() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:10").cookie(7).hit();
    hits.at("10:05").cookie(7).hit();
    assertThat(visit(1).totalSeconds).isEqualTo(301);
    hits.at("09:50").cookie(7).hit();
    assertThat(visit(1).totalSeconds).isZero();
  }

  @Test
  void aHitBeforeTheFirstActionJoinsWithinHalfAnHour() {
    hits.at("10:00").cookie(7).hit();
    hits.at("09:30").cookie(7).hit();
    assertThat(hits.visits()).hasSize(1);
    hits.at("09:29").cookie(7).hit();
    assertThat(hits.visits()).hasSize(2);
  }

  @Test
  void timesCountersAndPages() {
    hits.at("10:00").cookie(7).page("a").hit();
    hits.at("10:01").cookie(7).page("b").hit();
    Outcome last = hits.at("2026-03-10T10:03:30Z").cookie(7).page("c").hit();
    Visit visit = visit(1);
    assertThat(visit.totalSeconds).isEqualTo(211);
    assertThat(visit.actions).isEqualTo(3);
    assertThat(visit.interactions).isEqualTo(3);
    assertThat(visit.entryUrl.text()).isEqualTo("example.org/a");
    assertThat(visit.exitUrl.text()).isEqualTo("example.org/c");
    assertThat(visit.entryTitle).isEqualTo("a");
    assertThat(visit.exitTitle).isEqualTo("c");
    assertThat(last).isEqualTo(new Outcome(visit, 2, 150, 3, 0, List.of(), -1));
  }

  @Test
  void aVisitOfOneActionLastsNoTime() {
    hits.at("10:00").cookie(7).hit();
    assertThat(visit(1).totalSeconds).isZero();
    hits.at("10:00").cookie(7).hit();
    assertThat(visit(1).totalSeconds).isEqualTo(1);
  }

  @Test
  void sitesDoNotMeet() {
    hits.at("10:00").cookie(7).site(1).hit();
    hits.at("10:01").cookie(7).site(2).hit();
    assertThat(hits.visits()).extracting(Visit::id).containsExactly(1L, 1L);
    assertThat(visit(2).returning).isZero();
  }

  @Test
  void visitorsGetDenseNumbers() {
    Set<Integer> ordinals = new HashSet<>();
    for (int i = 1; i <= 100; i++) {
      ordinals.add(hits.at("10:00").cookie(i).device(i).hit().visit().visitorOrdinal);
    }
    assertThat(ordinals).hasSize(100).allMatch(ordinal -> ordinal >= 1 && ordinal <= 100);
  }
}
