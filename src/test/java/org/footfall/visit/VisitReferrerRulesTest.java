package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.footfall.enrich.referrer.ReferrerType;
import org.junit.jupiter.api.Test;

/** What a hit that came from elsewhere does to a visit: one test a rule, by its name. */
class VisitReferrerRulesTest {
  private final TestHits hits = new TestHits();

  private Visit visit(int number) {
    return hits.visits().get(number - 1);
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
}
