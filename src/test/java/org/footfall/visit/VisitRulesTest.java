package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.enrich.referrer.ReferrerType;
import org.junit.jupiter.api.Test;

/** One test a rule, by its name. */
class VisitRulesTest {
  private final TestHits hits = new TestHits();

  private Visit visit(int number) {
    return hits.visits().get(number - 1);
  }

  @Test
  void aVisitGoesOnForHalfAnHourAfterItsLastAction() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:29").cookie(7).hit();
    hits.at("10:58").cookie(7).hit();
    assertThat(hits.visits()).hasSize(1);
  }

  @Test
  void halfAnHourToTheSecondIsANewVisit() {
    hits.at("10:00").cookie(7).hit();
    hits.at("2026-03-10T10:29:59Z").cookie(7).hit();
    assertThat(hits.visits()).hasSize(1);
    hits.at("2026-03-10T10:59:59Z").cookie(7).hit();
    assertThat(hits.visits()).hasSize(2);
  }

  @Test
  void theSameDeviceWithoutIdIsTheSameVisitForHalfAnHour() {
    hits.at("10:00").hit();
    hits.at("10:20").hit();
    hits.at("10:20").device(2).hit();
    hits.at("10:50").hit();
    assertThat(hits.visits()).hasSize(3);
    assertThat(visit(1).actions).isEqualTo(2);
  }

  @Test
  void aCookielessVisitorIsAnotherOneAfterHalfAnHour() {
    hits.at("10:00").hit();
    hits.at("10:31").hit();
    assertThat(visit(2).visitorId).isNotEqualTo(visit(1).visitorId);
    assertThat(visit(2).visitorOrdinal).isEqualTo(2);
    assertThat(visit(2).returning).isZero();
  }

  @Test
  void aCookielessVisitorWhoseVisitIsCutStaysTheSame() {
    hits.at("10:00").hit();
    hits.at("10:05").newVisit().hit();
    assertThat(visit(2).visitorId).isEqualTo(visit(1).visitorId);
    assertThat(visit(2).visitorOrdinal).isEqualTo(1);
    assertThat(visit(2).visitCount).isEqualTo(2);
    assertThat(visit(2).returning).isEqualTo(1);
  }

  @Test
  void anIdNeverSeenJoinsTheVisitOfItsDevice() {
    hits.at("10:00").hit();
    hits.at("10:05").cookie(7).hit();
    assertThat(hits.visits()).hasSize(1);
  }

  @Test
  void theActionThatHandsAVisitOverTellsWhoseItWas() {
    hits.at("10:00").cookie(7).hit();
    Outcome taken = hits.at("10:05").cookie(8).hit();
    assertThat(taken.visitorBefore()).isEqualTo(1);
    assertThat(taken.visit().visitorOrdinal).isEqualTo(2);
    assertThat(hits.at("10:06").cookie(8).hit().visitorBefore()).isZero();
    assertThat(hits.at("10:07").hit().visitorBefore()).isZero();
  }

  @Test
  void theIdThatWasShownLastHasTheVisit() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:05").cookie(8).hit();
    assertThat(hits.visits()).hasSize(1);
    assertThat(visit(1).visitorId).isEqualTo(8);
    hits.at("10:06").hit();
    assertThat(visit(1).visitorId).isEqualTo(8);
    hits.at("10:10").cookie(7).hit();
    assertThat(hits.visits()).as("7 had no visit left and was forgotten").hasSize(1);
    assertThat(visit(1).visitorId).isEqualTo(7);
    hits.at("14:00").cookie(8).hit();
    assertThat(visit(2).returning).isZero();
    hits.at("18:00").cookie(7).hit();
    assertThat(visit(3).visitCount).isEqualTo(2);
  }

  @Test
  void anIdSeenBeforeDoesNotJoinTheVisitOfItsDevice() {
    hits.at("2026-03-01T10:00:00Z").cookie(7).device(9).hit();
    hits.at("10:00").hit();
    hits.at("10:05").cookie(7).hit();
    assertThat(hits.visits()).hasSize(3);
    assertThat(visit(3).visitCount).isEqualTo(2);
  }

  @Test
  void aForcedIdLooksAtNoDevice() {
    hits.at("10:00").forcedId(7).hit();
    hits.at("10:03").forcedId(8).hit();
    hits.at("10:06").forcedId(8).hit();
    assertThat(hits.visits()).hasSize(2);
    assertThat(visit(2).totalSeconds).isEqualTo(181);
  }

  @Test
  void aUserWhoLogsInTakesTheVisitAlong() {
    hits.at("13:16").forcedId(7).hit();
    hits.at("13:22").user("email@example.com").hit();
    hits.at("13:28").user("email@example.com").hit();
    assertThat(hits.visits()).hasSize(1);
    assertThat(visit(1).visitorId).isEqualTo(Identity.ofUser("email@example.com"));
    assertThat(visit(1).userId).isEqualTo("email@example.com");
    assertThat(visit(1).visitCount).isEqualTo(1);
  }

  @Test
  void anotherUserOnTheSameDeviceIsAnotherVisit() {
    hits.at("13:28").user("one").hit();
    hits.at("13:34").user("two").hit();
    assertThat(hits.visits()).hasSize(2);
  }

  @Test
  void aUserIsTheSameOnAllDevices() {
    hits.at("13:00").user("one").device(1).hit();
    hits.at("13:10").user("one").device(2).hit();
    assertThat(hits.visits()).hasSize(1);
    hits.at("16:00").user("one").device(3).hit();
    assertThat(visit(2).visitCount).isEqualTo(2);
    assertThat(visit(2).secondsSinceLast).isEqualTo(Duration.ofHours(3).toSeconds());
  }

  @Test
  void whoLoggedInIsNoLongerTheNamelessVisitor() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:10").user("one").hit();
    assertThat(hits.visits()).hasSize(1);
    hits.at("12:00").cookie(7).hit();
    assertThat(visit(2).returning).isZero();
  }

  @Test
  void aDayEndsAtMidnightInTheSitesZone() {
    hits.inZone("Pacific/Auckland");
    hits.at("10:50").cookie(7).hit();
    hits.at("11:05").cookie(7).hit();
    assertThat(hits.visits()).hasSize(2);
    assertThat(visit(2).returning).isEqualTo(1);
    hits.inZone("UTC");
  }

  @Test
  void aClientMayAskForANewVisit() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:01").cookie(7).newVisit().hit();
    assertThat(hits.visits()).hasSize(2);
  }

  @Test
  void anotherCampaignIsANewVisit() {
    hits.at("10:00").cookie(7).campaign("a", "k").hit();
    hits.at("10:01").cookie(7).campaign("a", "k").hit();
    hits.at("10:02").cookie(7).hit();
    hits.at("10:03").cookie(7).website("x.org").hit();
    assertThat(hits.visits()).hasSize(1);
    hits.at("10:04").cookie(7).campaign("b", "k").hit();
    hits.at("10:05").cookie(7).campaign("b", "l").hit();
    assertThat(hits.visits()).hasSize(3);
  }

  @Test
  void aCampaignInAVisitFromElsewhereIsANewVisit() {
    hits.at("10:00").cookie(7).website("x.org").hit();
    hits.at("10:01").cookie(7).campaign("a", "").hit();
    assertThat(hits.visits()).hasSize(2);
  }

  @Test
  void aDirectVisitTakesACampaignAndGoesOn() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:01").cookie(7).campaign("a", "k").hit();
    assertThat(hits.visits()).hasSize(1);
    assertThat(visit(1).referrer().type()).isEqualTo(ReferrerType.CAMPAIGN);
    assertThat(visit(1).referrer().name()).isEqualTo("a");
    hits.at("10:02").cookie(7).campaign("b", "k").hit();
    assertThat(hits.visits()).hasSize(2);
  }

  @Test
  void theSameCampaignWithAnotherKeywordOrNoneIsAnotherVisit() {
    hits.at("10:00").cookie(7).campaign("a", "k").hit();
    hits.at("10:01").cookie(7).campaign("a", "k").hit();
    assertThat(hits.visits()).hasSize(1);
    hits.at("10:02").cookie(7).campaign("a", "").hit();
    assertThat(hits.visits()).hasSize(2);
    hits.at("10:03").cookie(7).campaign("a", "l").hit();
    assertThat(hits.visits()).hasSize(3);
  }

  @Test
  void anotherWebsiteIsNoNewVisit() {
    hits.at("10:00").cookie(7).website("x.org").hit();
    hits.at("10:01").cookie(7).website("y.org").hit();
    assertThat(visit(1).referrer().name()).isEqualTo("x.org");
    assertThat(hits.visits()).hasSize(1);
  }

  @Test
  void aDirectVisitTakesTheFirstReferrerItShows() {
    hits.at("10:00").cookie(7).hit();
    hits.at("10:01").cookie(7).website("x.org").hit();
    assertThat(hits.visits()).hasSize(1);
    assertThat(visit(1).referrer().type()).isEqualTo(ReferrerType.WEBSITE);
  }

  @Test
  void aVisitOfTenThousandActionsIsFull() {
    for (int i = 0; i < 10_001; i++) {
      hits.at("10:00").cookie(7).hit();
    }
    assertThat(hits.visits()).hasSize(2);
    assertThat(visit(1).actions).isEqualTo(10_000);
    assertThat(visit(2).visitCount).isEqualTo(2);
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

  private static Detail.Order order(String id, int revenue) {
    return new Detail.Order(id, revenue * 1_000_000L, 0, 0, 0, 0, "");
  }

  private static Goals met(int goal, boolean several) {
    return new Goals(List.of(new Goals.Met(goal, several, 0)), List.of());
  }

  private static List<Integer> goals(Outcome outcome) {
    return outcome.conversions().stream().map(Conversion::goal).toList();
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
  void aGoalIsMetOnceAVisitUnlessItMayBeMetAgain() {
    Outcome first = hits.at("10:00").cookie(7).goals(met(12, false)).hit();
    Outcome second = hits.at("10:01").cookie(7).goals(met(12, false)).hit();
    Outcome third = hits.at("10:02").cookie(7).goals(met(3, true)).hit();
    Outcome fourth = hits.at("10:03").cookie(7).goals(met(3, true)).hit();
    assertThat(goals(first)).containsExactly(12);
    assertThat(first.conversions().get(0).action()).isEqualTo(first.position());
    assertThat(goals(second)).isEmpty();
    assertThat(goals(third)).containsExactly(3);
    assertThat(goals(fourth)).containsExactly(3);
    assertThat(visit(1).goalsMet).isEqualTo("3,12");
    assertThat(visit(1).converted).isTrue();
    assertThat(visit(1).rows).isEqualTo(7);
  }

  /** As a Matomo's tables have it. */
  @Test
  void aConversionInAVisitInProgressLengthensIt() {
    hits.at("10:00").cookie(7).goals(met(1, false)).hit();
    assertThat(visit(1).totalSeconds).isZero();
    hits.at("10:01").cookie(7).goals(met(1, false)).hit();
    assertThat(visit(1).totalSeconds).isEqualTo(62);
    hits.at("10:02")
        .cookie(7)
        .deed(ActionKind.GOAL, "", new Detail.Goal(3, 0))
        .goals(met(3, false))
        .hit();
    assertThat(visit(1).totalSeconds).isEqualTo(126);
    hits.at("10:03").cookie(7).deed(ActionKind.ECOMMERCE, "", order("", 5)).hit();
    assertThat(visit(1).totalSeconds).isEqualTo(181);
    hits.at("10:04").cookie(7).deed(ActionKind.ECOMMERCE, "", order("A", 5)).hit();
    assertThat(visit(1).totalSeconds).isEqualTo(243);
  }

  @Test
  void aConversionTellsWhereItCameFromWhenThatIsNotWhereTheVisitDid() {
    Referrer campaign = new Referrer(ReferrerType.CAMPAIGN, "spring", "", "");
    Outcome other = hits.at("10:00").cookie(7).remembers(campaign).goals(met(1, true)).hit();
    Outcome same = hits.at("10:01").cookie(7).goals(met(1, true)).hit();
    assertThat(other.conversions().get(0).referrer()).isEqualTo(campaign);
    assertThat(same.conversions().get(0).referrer()).isNull();
  }

  @Test
  void aPageWithoutATitleLeavesTheOneBeforeItOpen() {
    hits.at("10:00").cookie(7).page("a").hit();
    hits.at("10:01").cookie(7).page("").hit();
    assertThat(visit(1).exitTitle).isEqualTo("a");
    assertThat(visit(1).exitUrl.isEmpty()).isTrue();
  }

  /** As a Matomo's tables have it. */
  @Test
  void aConversionThatBeginsAKnownVisitorsVisitLengthensIt() {
    hits.at("10:00").cookie(7).goals(met(1, false)).hit();
    hits.at("12:00").cookie(7).goals(met(1, false)).hit();
    assertThat(visit(1).totalSeconds).isZero();
    assertThat(visit(2).totalSeconds).isEqualTo(1);
  }

  @Test
  void anOrderTakesOverTheRowOfItsCart() {
    hits.at("10:00").cookie(7).page("a").hit();
    Outcome cart = hits.at("10:01").cookie(7).deed(ActionKind.ECOMMERCE, "", order("", 5)).hit();
    Outcome fuller = hits.at("10:02").cookie(7).deed(ActionKind.ECOMMERCE, "", order("", 9)).hit();
    assertThat(visit(1).buyer).isEqualTo(2);
    assertThat(visit(1).converted).isFalse();
    Outcome order = hits.at("10:03").cookie(7).deed(ActionKind.ECOMMERCE, "", order("A", 9)).hit();
    assertThat(goals(cart)).containsExactly(Conversion.CART);
    assertThat(goals(order)).containsExactly(Conversion.ORDER);
    assertThat(fuller.conversions().get(0).position()).isEqualTo(1);
    assertThat(order.conversions().get(0).position()).isEqualTo(1);
    assertThat(visit(1).buyer).isEqualTo(1);
    Outcome next = hits.at("10:04").cookie(7).deed(ActionKind.ECOMMERCE, "", order("", 1)).hit();
    assertThat(next.conversions().get(0).position()).isEqualTo(2);
    assertThat(visit(1).buyer).isEqualTo(3);
  }

  @Test
  void anOrderThatWasToldBeforeIsNone() {
    hits.at("10:00").cookie(7).deed(ActionKind.ECOMMERCE, "", order("A", 5)).hit();
    Outcome again = hits.at("12:00").cookie(8).deed(ActionKind.ECOMMERCE, "", order("A", 5)).hit();
    assertThat(again.conversions()).isEmpty();
    assertThat(visit(2).converted).isTrue();
    Outcome elsewhere =
        hits.at("12:00").site(2).cookie(8).deed(ActionKind.ECOMMERCE, "", order("A", 5)).hit();
    assertThat(goals(elsewhere)).containsExactly(Conversion.ORDER);
  }

  @Test
  void whoOrdersIsACustomerFromTheVisitAfterTheNextOn() {
    hits.at("10:00").cookie(7).deed(ActionKind.ECOMMERCE, "", order("A", 5)).hit();
    hits.at("12:00").cookie(7).page("a").hit();
    hits.at("14:00").cookie(7).page("a").hit();
    hits.at("16:00").cookie(7).deed(ActionKind.ECOMMERCE, "", order("B", 5)).hit();
    assertThat(hits.visits().stream().map(visit -> visit.returning)).containsExactly(2, 1, 2, 2);
    assertThat(hits.visits().stream().map(visit -> visit.secondsSinceOrder))
        .containsExactly(1L, 7_201L, 14_401L, 1L);
  }

  @Test
  void aUserIdThatIsNoVisitorNamesTheVisitAndAnotherOneBeginsTheNext() {
    hits.at("10:00").cookie(7).page("a").hit();
    hits.at("10:01").name("anna", 7).page("b").hit();
    assertThat(hits.visits()).hasSize(1);
    assertThat(visit(1).userId).isEqualTo("anna");
    assertThat(visit(1).visitorId).isEqualTo(7);
    hits.at("10:02").name("bert", 7).page("c").hit();
    assertThat(hits.visits()).hasSize(2);
    assertThat(visit(2).visitorId).isEqualTo(7);
    assertThat(visit(2).visitCount).isEqualTo(2);
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
