package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.enrich.referrer.ReferrerType;
import org.junit.jupiter.api.Test;

/** When goals are met and orders placed, and what that does to a visit: one test a rule. */
class ConversionRulesTest {
  private final TestHits hits = new TestHits();

  private Visit visit(int number) {
    return hits.visits().get(number - 1);
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
}
