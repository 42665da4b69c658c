package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.site.Site;
import org.footfall.site.Site.KeepFragment;
import org.footfall.site.SiteId;
import org.footfall.time.ZoneHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferrerTest {
  private static final ReferrerParser PARSER = new ReferrerParser(KnownReferrers.load());
  private static final String PAGE = "http://example.org/page";

  private static SiteReferrers site(List<String> urls, List<String> excluded) {
    return new SiteReferrers(
        new Site(
            new SiteId(1),
            "shop",
            urls,
            "website",
            "",
            Instant.EPOCH,
            ZoneHistory.of(ZoneId.of("UTC")),
            "USD",
            false,
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            excluded,
            KeepFragment.DEFAULT,
            false,
            ""),
        List.of());
  }

  private static Referrer parse(String page, String referrer) {
    return PARSER.parse(
        page,
        referrer,
        Map.of(),
        site(List.of("http://example.org", "http://b.net/shop"), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://facebook.com/whatever,                  SOCIAL,  Facebook,      ''
          http://www.facebook.com/another/path,          SOCIAL,  Facebook,      ''
          http://lm.facebook.com/l.php,                  SOCIAL,  Facebook,      ''
          http://fb.me/?q=sdlfjs&n=slfjsd,               SOCIAL,  Facebook,      ''
          http://twitter.com/whatever2,                  SOCIAL,  Twitter,       ''
          http://www.twitter.com/index?a=2334,           SOCIAL,  Twitter,       ''
          http://t.co/id/?y=dsfs,                        SOCIAL,  Twitter,       ''
          http://www.flickr.com,                         SOCIAL,  Flickr,        ''
          http://xanga.com,                              SOCIAL,  Xanga,         ''
          http://skyrock.com,                            SOCIAL,  Skyrock,       ''
          http://mixi.jp,                                SOCIAL,  Mixi,          ''
          http://www.google.com/search?q=this+search+term, SEARCH, Google,       this search term
          http://search.yahoo.com/search?p=that%20Term,  SEARCH,  Yahoo!,        that term
          http://www.google.com.vn/url?rct=j&q=,         SEARCH,  Google,        ''
          http://www.ask.com/web?q=x,                    SEARCH,  Ask,           x
          http://nz.bing.com/images/search?q=+++Kia+ora++, SEARCH, Bing Images,  kia ora
          http://images.search.yahoo.com/search/images?p=Kia%20Ora%20, SEARCH, Yahoo! Images, kia ora
          http://search.babylon.com/?q=search+term+2,    SEARCH,  Babylon,       search term 2
          http://support.google.com/mail/?q=x,           WEBSITE, support.google.com, ''
          http://www.External.com.vn/a.html,             WEBSITE, www.external.com.vn, ''
          http://user:secret@blog.example.com:8080/a,    WEBSITE, blog.example.com, ''
          """)
  void namesTheReferringSite(String url, ReferrerType type, String name, String keyword) {
    assertThat(parse(PAGE, url)).isEqualTo(new Referrer(type, name, keyword, url));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://example.org/other
          https://www.example.org/other
          http://b.net/shop
          http://b.net/shop/cart?x=1
          ''
          not an address
          """)
  void ownPagesAreNoReferrers(String url) {
    assertThat(parse(PAGE, url)).isEqualTo(Referrer.DIRECT);
  }

  @Test
  void anotherPathOfASharedHostIsAnotherSite() {
    assertThat(parse("http://b.net/shop/a", "http://b.net/blog").type())
        .isEqualTo(ReferrerType.WEBSITE);
    assertThat(parse("http://b.net/shop/a", "http://b.net/shopping").type())
        .isEqualTo(ReferrerType.WEBSITE);
  }

  @Test
  void pagesOfAnUndeclaredHostAreTheSameSite() {
    assertThat(parse("http://www.new.org/a", "http://new.org/b")).isEqualTo(Referrer.DIRECT);
  }

  @Test
  void excludedReferrersAreNone() {
    SiteReferrers rules =
        site(List.of("http://example.org"), List.of("pay.example", ".bank.example", "x.org/path"));
    for (String url :
        List.of(
            "https://pay.example/done",
            "https://www.pay.example/",
            "https://login.bank.example/",
            "http://x.org/path/a")) {
      assertThat(PARSER.parse(PAGE, url, Map.of(), rules)).as(url).isEqualTo(Referrer.DIRECT);
    }
    for (String url : List.of("https://a.pay.example/", "http://x.org/other")) {
      assertThat(PARSER.parse(PAGE, url, Map.of(), rules).type())
          .as(url)
          .isEqualTo(ReferrerType.WEBSITE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://example.org/?pk_campaign=TestCampaign&pk_kwd=TestKeyword, testcampaign, testkeyword
          http://example.org/?utm_campaign=Spring%20Sale&utm_term=A+b,     spring sale,  a b
          http://example.org/?utm_source=news,                             news,         ''
          http://example.org/?utm_source=news&mtm_campaign=m,              m,            ''
          http://example.org/?a=b#mtm_campaign=inFragment,                 infragment,   ''
          http://example.org/?mtm_campaign=&utm_medium=mail,               mail,         ''
          """)
  void findsCampaigns(String page, String name, String keyword) {
    assertThat(parse(page, "")).isEqualTo(new Referrer(ReferrerType.CAMPAIGN, name, keyword, ""));
  }

  @Test
  void campaignsMayBeSentWithTheHit() {
    Referrer referrer =
        PARSER.parse(
            PAGE, "", Map.of("mtm_campaign", "App", "mtm_kwd", "Key"), site(List.of(), List.of()));
    assertThat(referrer).isEqualTo(new Referrer(ReferrerType.CAMPAIGN, "app", "key", ""));
  }

  @Test
  void aCampaignWithoutKeywordShowsWhereItCameFrom() {
    String page = "http://example.org/?pk_campaign=c";
    assertThat(parse(page, "https://referrer.com/Other_Page.htm").keyword())
        .isEqualTo("referrer.com");
    assertThat(parse(page, "http://www.google.com/search?q=Shoes").keyword()).isEqualTo("shoes");
    assertThat(parse(page, "http://example.org/before").keyword()).isEmpty();
  }

  @Test
  void theLandingAddressMayDenyItsReferrer() {
    assertThat(parse("http://example.org/?ignore_referrer=1", "http://x.org/"))
        .isEqualTo(Referrer.DIRECT);
    assertThat(parse("http://example.org/?a=b&ignore_referer=1", "http://x.org/"))
        .isEqualTo(Referrer.DIRECT);
    assertThat(parse("http://example.org/?ignore_referrer=0", "http://x.org/").type())
        .isEqualTo(ReferrerType.WEBSITE);
  }

  @Property(tries = 2_000, seed = "20261123")
  void anyTextHasAReferrer(@ForAll String page, @ForAll String referrer) {
    assertThat(parse("http://" + page, "http://" + referrer)).isNotNull();
    assertThat(parse(page, referrer).url().length()).isLessThanOrEqualTo(ReferrerParser.MAX_URL);
  }
}
