package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferrerPrivacyTest {
  private static final ReferrerParser PARSER = new ReferrerParser(KnownReferrers.load());
  private static final String PAGE = "http://example.org/page";
  private static final String CAMPAIGN = "http://example.org/?mtm_campaign=c";
  private static final String GOOGLE = "https://www.google.com/search?q=secret";

  private static Referrer parse(ReferrerPrivacy privacy, String page, String url) {
    return PARSER.parse(
        page, url, Map.of(), TestSite.of(List.of("http://example.org"), List.of(), privacy));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          KEEP,          https://u:p@x.net:81/a/b?q=1#f, https://u:p@x.net:81/a/b?q=1#f
          EXCLUDE_QUERY, https://u:p@x.net:81/a/b?q=1#f, https://x.net:81/a/b
          EXCLUDE_PATH,  https://u:p@x.net:81/a/b?q=1#f, https://x.net:81/
          EXCLUDE_ALL,   https://u:p@x.net:81/a/b?q=1#f, ''
          EXCLUDE_QUERY, http://x.net?q=1,               http://x.net
          EXCLUDE_PATH,  http://x.net,                   http://x.net/
          EXCLUDE_QUERY, //x.net/a?q=1,                  //x.net/a
          EXCLUDE_QUERY, http://x.net/#q=secret,         http://x.net/
          EXCLUDE_QUERY, not an address?q=secret,        ''
          EXCLUDE_PATH,  '',                             ''
          """)
  void stripsAddresses(ReferrerPrivacy privacy, String url, String expected) {
    assertThat(privacy.strip(url)).isEqualTo(expected);
  }

  @Test
  void theTypeIsKnownAllTheSame() {
    assertThat(parse(ReferrerPrivacy.EXCLUDE_QUERY, PAGE, GOOGLE))
        .isEqualTo(
            new Referrer(ReferrerType.SEARCH, "Google", "", "https://www.google.com/search"));
    assertThat(parse(ReferrerPrivacy.EXCLUDE_PATH, PAGE, "https://x.net/who?q"))
        .isEqualTo(new Referrer(ReferrerType.WEBSITE, "x.net", "", "https://x.net/"));
    assertThat(parse(ReferrerPrivacy.EXCLUDE_ALL, PAGE, "https://x.net/who"))
        .isEqualTo(new Referrer(ReferrerType.WEBSITE, "", "", ""));
    assertThat(parse(ReferrerPrivacy.EXCLUDE_ALL, PAGE, "https://x.com/who"))
        .isEqualTo(new Referrer(ReferrerType.SOCIAL, "Twitter", "", ""));
    assertThat(parse(ReferrerPrivacy.EXCLUDE_ALL, PAGE, "http://example.org/a"))
        .isEqualTo(Referrer.DIRECT);
  }

  @Test
  void aCampaignTakesNothingFromAnAddressThatIsNotKept() {
    assertThat(parse(ReferrerPrivacy.KEEP, CAMPAIGN, GOOGLE).keyword()).isEqualTo("secret");
    assertThat(parse(ReferrerPrivacy.EXCLUDE_QUERY, CAMPAIGN, GOOGLE).keyword())
        .isEqualTo("www.google.com");
    assertThat(parse(ReferrerPrivacy.EXCLUDE_ALL, CAMPAIGN, GOOGLE))
        .isEqualTo(new Referrer(ReferrerType.CAMPAIGN, "c", "", ""));
    assertThat(parse(ReferrerPrivacy.EXCLUDE_ALL, CAMPAIGN + "&mtm_kwd=own", GOOGLE).keyword())
        .isEqualTo("own");
  }

  @Test
  void whatTrackersRememberIsStrippedToo() {
    SiteReferrers site = TestSite.of(List.of(), List.of(), ReferrerPrivacy.EXCLUDE_PATH);
    assertThat(PARSER.attribution(Referrer.DIRECT, Map.of("_ref", GOOGLE), site))
        .isEqualTo(new Referrer(ReferrerType.SEARCH, "Google", "", "https://www.google.com/"));
    assertThat(PARSER.attribution(Referrer.DIRECT, Map.of("_rcn", "c", "_ref", GOOGLE), site).url())
        .isEqualTo("https://www.google.com/");
  }

  @ParameterizedTest
  @EnumSource
  void settingsNameEachChoice(ReferrerPrivacy privacy) {
    assertThat(ReferrerPrivacy.of(privacy.word())).contains(privacy);
    assertThat(ReferrerPrivacy.of("exclude_everything")).isEmpty();
  }
}
