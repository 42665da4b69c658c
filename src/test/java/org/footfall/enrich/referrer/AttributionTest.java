package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final ReferrerParser PARSER = new ReferrerParser(KnownReferrers.load());
  private static final SiteReferrers SITE = TestSite.of(List.of("http://example.org"), List.of());
  private static final String GOOGLE = "http://www.google.com/search?q=Shoes";
  private static final Campaign MAIL = new Campaign("", "mail", "", "", "", "");
  private static final Referrer CAMPAIGN =
      new Referrer(ReferrerType.CAMPAIGN, "spring", "key", "", MAIL);
  private static final Referrer WEBSITE =
      new Referrer(ReferrerType.WEBSITE, "x.net", "", "http://x.net/");

  private static Referrer attribution(Referrer visit, Map<String, String> parameters) {
    return PARSER.attribution(visit, parameters, SITE);
  }

  @Test
  void aRememberedCampaignCountsBeforeTheVisits() {
    assertThat(
            attribution(
                CAMPAIGN, Map.of("_rcn", " Sale ", "_rck", "K%20x", "_ref", "http://y.net")))
        .isEqualTo(new Referrer(ReferrerType.CAMPAIGN, "sale", "k x", "http://y.net"));
  }

  @Test
  void aRememberedCampaignThatIsTheVisitsKeepsWhatIsKnownOfIt() {
    assertThat(attribution(CAMPAIGN, Map.of("_rcn", "Spring")))
        .isEqualTo(new Referrer(ReferrerType.CAMPAIGN, "spring", "", "", MAIL));
  }

  @Test
  void theVisitsCampaignCountsBeforeARememberedAddress() {
    assertThat(attribution(CAMPAIGN, Map.of("_ref", GOOGLE))).isEqualTo(CAMPAIGN);
  }

  @Test
  void aRememberedAddressCountsBeforeHowTheVisitBegan() {
    Referrer expected = new Referrer(ReferrerType.SEARCH, "Google", "shoes", GOOGLE);
    assertThat(attribution(WEBSITE, Map.of("_ref", GOOGLE, "_refts", "1764000000")))
        .isEqualTo(expected);
    assertThat(attribution(Referrer.DIRECT, Map.of("_ref", GOOGLE))).isEqualTo(expected);
  }

  @Test
  void theVisitsReferrerCountsWhereNothingElseWasRemembered() {
    for (String url : List.of("", "http://example.org/before", "no address")) {
      assertThat(attribution(WEBSITE, Map.of("_ref", url))).as(url).isEqualTo(WEBSITE);
    }
    assertThat(attribution(WEBSITE, Map.of("_rcn", " ", "_rck", "key"))).isEqualTo(WEBSITE);
    assertThat(attribution(Referrer.DIRECT, Map.of())).isEqualTo(Referrer.DIRECT);
  }
}
