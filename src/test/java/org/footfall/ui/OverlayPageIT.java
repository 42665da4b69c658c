package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.footfall.account.Right;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of an overlay before any script runs: who gets it, what it asks, what it lets in. */
class OverlayPageIT {
  private static final String PASSWORD = "a long password";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T13:03:00Z"));
  private Database database;
  private UiServer server;
  private UiServer.Browser browser;
  private SiteId shop;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    server = new UiServer(database, new SampleReader(), clock);
    server.accounts.add("agathe", "agathe@openlarder.example", PASSWORD, true);
    server.accounts.add("viewer", "viewer@openlarder.example", PASSWORD, false);
    shop = server.addSite("Shop", "https://shop.example/blog");
    browser = server.browser();
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  private HttpResponse<String> overlay(String query) throws Exception {
    return browser.get("/s/" + shop + "/overlay" + query);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void onlyThoseWhoMaySeeTheReportsGetIt() throws Exception {
    assertThat(header(overlay("?date=last7"), "Location"))
        .isEqualTo("/login?to=%2Fs%2F" + shop + "%2Foverlay%3Fdate%3Dlast7");
    browser.signIn("viewer", PASSWORD);
    HttpResponse<String> refused = overlay("");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .contains("You have no access to this site.")
        .doesNotContain("shop.example");
    server.accounts.grant("viewer", shop, Right.VIEW);
    assertThat(overlay("").statusCode()).isEqualTo(200);
  }

  @Test
  void itLetsFramesOfTheSiteInAndIsInNoFrameItself() throws Exception {
    browser.signIn("agathe", PASSWORD);
    HttpResponse<String> answer = overlay("");
    assertThat(header(answer, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("frame-ancestors 'none'")
        .endsWith("; frame-src https://shop.example https://www.shop.example");
    assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin-allow-popups");
    assertThat(answer.body())
        .contains("data-start=\"https://shop.example/blog\"")
        .contains("name=\"Footfall_Overlay\"")
        .contains("&amp;method=Transitions.getTransitionsForPageUrl&amp;idSite=" + shop)
        .contains("&amp;period=range&amp;date=2026-10-27%2C2026-11-23\"")
        .contains("\nutm_source\n", "\nsid\n")
        .doesNotContain("style=", "onclick", "allow-top-navigation");
  }

  @Test
  void thePeriodIsSaidAsOnADashboardOrAsByMatomo() throws Exception {
    browser.signIn("agathe", PASSWORD);
    assertThat(overlay("?date=2026-11-02").body())
        .contains("&amp;period=day&amp;date=2026-11-02\"", "Mon 2 Nov 2026");
    assertThat(overlay("?period=month&date=2026-10-05").body())
        .contains("&amp;period=range&amp;date=2026-10-01%2C2026-10-31\"");
    assertThat(overlay("?period=range&date=2026-10-05,2026-10-06").body())
        .contains("date=2026-10-05%2C2026-10-06\"");
    for (String wrong :
        new String[] {"?date=x", "?period=decade&date=today", "?period=day&date=x"}) {
      assertThat(overlay(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void aSegmentIsAskedForAndNamed() throws Exception {
    browser.signIn("agathe", PASSWORD);
    String page = overlay("?date=last7&seg=pageUrl%3D%40%3Cb%3E").body();
    assertThat(page)
        .contains("&amp;segment=pageUrl%3D%40%3Cb%3E\"")
        .contains("<b>pageUrl=@&lt;b&gt;</b>")
        .contains("href=\"/s/" + shop + "/overlay?date=last7\"");
    assertThat(overlay("?seg=" + "x".repeat(1_001)).statusCode()).isEqualTo(400);
  }

  /** The site's scripts hear the numbers, so others choose neither the moment nor the segment. */
  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site, true",
    "Sec-Fetch-Site, same-site, true",
    "Sec-Fetch-Site, same-origin, false",
    "Sec-Fetch-Site, none, false",
    "Referer, https://shop.example/tea, true",
    "Referer, http://localhost.shop.example/, true",
    "Referer, OWN/s/1/dashboard, false",
    "Referer, OWN, false",
    "Referer, OWN0/, true",
    "Accept-Language, en, false"
  })
  void aPageOfOthersOnlyLeadsHere(String name, String value, boolean held) throws Exception {
    browser.signIn("agathe", PASSWORD);
    String asked = "/s/" + shop + "/overlay?date=last7&seg=userId%3D%3Dalice&url=%2Ftea";
    String page =
        browser
            .send(browser.request(asked).header(name, value.replace("OWN", server.base())))
            .body();
    assertThat(page)
        .contains("data-held=\"" + (held ? 1 : 0) + "\"")
        .contains("data-numbers=\"" + (held ? 1 : 0) + "\"")
        .contains("value=\"https://shop.example/tea\"", "<b>userId==alice</b>");
    assertThat(page.contains("segment=userId")).isNotEqualTo(held);
    assertThat(page.contains("name=\"seg\"")).isNotEqualTo(held);
    assertThat(page.contains("Use this segment")).isEqualTo(held);
  }

  @Test
  void onlyPagesOfTheSiteAreShown() throws Exception {
    browser.signIn("agathe", PASSWORD);
    assertThat(overlay("?url=/tea").body()).contains("data-start=\"https://shop.example/tea\"");
    assertThat(overlay("?url=https://stranger.test/%22onload").body())
        .contains("This is not a page of the site.")
        .contains("value=\"https://stranger.test/&#34;onload\"", "aria-invalid=\"true\"")
        .contains("data-start=\"https://shop.example/blog\"");
  }

  @Test
  void aSiteWithoutPagesSaysSo() throws Exception {
    shop = server.addSite("App", "app:shop");
    browser.signIn("agathe", PASSWORD);
    HttpResponse<String> answer = overlay("");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("This site has no pages to look at.");
  }

  @ParameterizedTest
  @CsvSource({
    "'idSite=1&period=week&date=today&action=startOverlaySession',"
        + " /s/1/overlay?period=week&date=today",
    "'action=index&idSite=1&period=range&date=2026-10-05,2026-10-06&segment=browserCode%3D%3DFF',"
        + " '/s/1/overlay?period=range&date=2026-10-05%2C2026-10-06&seg=browserCode%3D%3DFF'",
    "idSite=1, /s/1/overlay",
    "idSite=//stranger.test, /",
    "idSite=, /",
    "'idSite=1&date=%0D%0AX:y', /s/1/overlay?date=%0D%0AX%3Ay"
  })
  void matomosAddressesLeadToIt(String query, String place) throws Exception {
    HttpResponse<String> answer = browser.get("/?module=Overlay&" + query);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo(place);
  }

  @Test
  void theDashboardLeadsToTheSameDays() throws Exception {
    browser.signIn("agathe", PASSWORD);
    assertThat(browser.get("/s/" + shop + "/dashboard?date=last7").body())
        .contains("href=\"/s/" + shop + "/overlay?date=last7\"");
    assertThat(overlay("?date=last7").body())
        .contains("href=\"/s/" + shop + "/dashboard?date=last7\"");
  }
}
