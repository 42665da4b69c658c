package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What pages, searches, events and pings do to a visit: one test a rule, by its name. */
class VisitDeedRulesTest {
  private final TestHits hits = new TestHits();

  private Visit visit(int number) {
    return hits.visits().get(number - 1);
  }

  @Test
  void whatIsNoPageCountsButMovesNobody() {
    hits.at("10:00").cookie(7).page("a").hit();
    hits.at("10:01").cookie(7).deed(ActionKind.EVENT, "e", Detail.NONE).hit();
    hits.at("10:02").cookie(7).deed(ActionKind.DOWNLOAD, "", Detail.NONE).hit();
    hits.at("10:03").cookie(7).deed(ActionKind.CONTENT, "", Detail.NONE).hit();
    assertThat(visit(1).actions).isEqualTo(3);
    assertThat(visit(1).events).isEqualTo(1);
    assertThat(visit(1).interactions).isEqualTo(1);
    assertThat(visit(1).rows).isEqualTo(4);
    assertThat(visit(1).exitTitle).isEqualTo("a");
  }

  @Test
  void aSearchIsWhereTheVisitorIsUntilThePageAfterIt() {
    hits.at("10:00").cookie(7).page("a").hit();
    hits.at("10:01").cookie(7).deed(ActionKind.SEARCH, "chair", Detail.NONE).hit();
    assertThat(visit(1).exitSearch).isEqualTo("chair");
    assertThat(visit(1).exitTitle).isEmpty();
    assertThat(visit(1).searches).isEqualTo(1);
    assertThat(visit(1).interactions).isEqualTo(2);
    hits.at("10:02").cookie(7).page("b").hit();
    assertThat(visit(1).exitSearch).isEmpty();
    assertThat(visit(1).exitTitle).isEqualTo("b");
    assertThat(visit(1).entryTitle).isEqualTo("a");
  }

  @Test
  void theFirstPageAfterAnEventIsTheEntryButItsTitleIsNot() {
    hits.at("10:00").cookie(7).deed(ActionKind.EVENT, "e", Detail.NONE).hit();
    assertThat(visit(1).entryUrl.isEmpty()).isTrue();
    hits.at("10:01").cookie(7).page("a").hit();
    hits.at("10:02").cookie(7).page("b").hit();
    assertThat(visit(1).entryUrl.text()).isEqualTo("example.org/a");
    assertThat(visit(1).entryTitle).isEmpty();
  }

  @Test
  void aVisitThatBeginsWithASearchHasNoEntry() {
    hits.at("10:00").cookie(7).deed(ActionKind.SEARCH, "chair", Detail.NONE).hit();
    hits.at("10:01").cookie(7).page("a").hit();
    assertThat(visit(1).entryUrl.isEmpty()).isTrue();
    assertThat(visit(1).entryTitle).isEmpty();
  }

  @Test
  void aPingLengthensAVisitAndBeginsNone() {
    assertThat(hits.at("09:00").cookie(7).deed(ActionKind.PING, "", Detail.NONE).hit().visit())
        .isNull();
    hits.at("10:00").cookie(7).page("a").hit();
    Outcome ping = hits.at("10:10").cookie(7).deed(ActionKind.PING, "", Detail.NONE).hit();
    assertThat(ping.position()).isNegative();
    assertThat(visit(1).totalSeconds).isEqualTo(601);
    assertThat(visit(1).lastAction).isEqualTo(visit(1).firstAction);
    assertThat(visit(1).rows).isEqualTo(1);
  }

  @Test
  void aPageWithoutATitleLeavesTheOneBeforeItOpen() {
    hits.at("10:00").cookie(7).page("a").hit();
    hits.at("10:01").cookie(7).page("").hit();
    assertThat(visit(1).exitTitle).isEqualTo("a");
    assertThat(visit(1).exitUrl.isEmpty()).isTrue();
  }

  @Test
  void aVisitIsWhereItWasToldToBeLast() {
    hits.at("10:00").cookie(7).in("au", "Melbourne").hit();
    hits.at("10:01").cookie(7).in("fr", "").hit();
    hits.at("10:02").cookie(7).hit();
    assertThat(visit(1).traits.country()).isEqualTo("fr");
    assertThat(visit(1).traits.city()).isEqualTo("Melbourne");
  }
}
