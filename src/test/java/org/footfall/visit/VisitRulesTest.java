package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes on with a visit and what begins another: one test a rule, by its name. */
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
  void aVisitOfTenThousandActionsIsFull() {
    for (int i = 0; i < 10_001; i++) {
      hits.at("10:00").cookie(7).hit();
    }
    assertThat(hits.visits()).hasSize(2);
    assertThat(visit(1).actions).isEqualTo(10_000);
    assertThat(visit(2).visitCount).isEqualTo(2);
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
}
