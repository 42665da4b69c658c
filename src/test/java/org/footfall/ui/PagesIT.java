package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.account.Right;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages show, to whom, and what comes with them. */
class PagesIT {
  private static final String PASSWORD = "a long password";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T13:03:00Z"));
  private final SampleReader reader = new SampleReader();
  private Database database;
  private UiServer server;
  private UiServer.Browser browser;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    server = new UiServer(database, reader, clock);
    server.accounts.add("agathe", "agathe@openlarder.example", PASSWORD, true);
    server.accounts.add("viewer", "viewer@openlarder.example", PASSWORD, false);
    browser = server.browser();
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  private HttpResponse<String> dashboard(String query) throws Exception {
    return browser.get("/s/1/dashboard" + query);
  }

  @Test
  void theStartPageLeadsToTheFirstSiteOneMaySee() throws Exception {
    server.addSite("Open Larder – web", "https://openlarder.example");
    SiteId second = server.addSite("Open Larder – prices", "https://prices.openlarder.example");
    server.accounts.grant("viewer", second, Right.VIEW);

    browser.signIn("viewer", PASSWORD);

    assertThat(browser.get("/").headers().firstValue("Location")).contains("/s/2/dashboard");
  }

  @Test
  void aDashboardSaysWhatItShowsAndHowFreshItIs() throws Exception {
    server.addSite("Open Larder – web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);

    String page = dashboard("").body();

    assertThat(page)
        .contains("27 Oct – 23 Nov 2026")
        .contains("compared with the 28 days before, weekdays aligned")
        .contains("Times are Europe/Paris.")
        .contains("Complete up to 14:03")
        .contains("role=\"img\" aria-label=\"Visits by day.")
        .contains("Show as table");
    server.oldest = Duration.ofMinutes(50);
    assertThat(dashboard("").body()).contains("Complete up to 13:13 – catching up");
  }

  @Test
  void everyFormOfAPeriodAnswers() throws Exception {
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);
    for (String query :
        List.of(
            "?date=today",
            "?date=last7",
            "?date=2026-W47",
            "?date=2026-11",
            "?date=2026",
            "?date=2026-W47&by=week",
            "?date=2026&by=month&vs=year",
            "?date=last28&vs=none",
            "?plot=bounce_rate",
            "?plot=average_visit&cal=2026-03",
            "?cal=%2B999999999-12",
            "?cal=-999999999-01",
            "?date=2026-12-24",
            "?date=2018-01-01..2026-11-23",
            "?plot=nonsense&by=nonsense&vs=nonsense&cal=x")) {
      HttpResponse<String> answer = dashboard(query);
      assertThat(answer.statusCode()).as(query).isEqualTo(200);
      assertThat(answer.body()).as(query).doesNotContain("NaN", "Infinity", "null");
    }
    assertThat(dashboard("?date=yesteryear").statusCode()).isEqualTo(400);
  }

  @Test
  void theTwoFieldsOfThePickerBecomeAnAddress() throws Exception {
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);

    assertThat(
            dashboard("?from=2026-11-09&to=2026-11-02&by=&vs=year")
                .headers()
                .firstValue("Location"))
        .contains("/s/1/dashboard?date=2026-11-02..2026-11-09&vs=year");
    assertThat(dashboard("?from=%22&to=x").headers().firstValue("Location"))
        .contains("/s/1/dashboard?date=none");
  }

  @Test
  void aPeriodWithoutVisitsSaysWhenTheLastOneWas() throws Exception {
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);

    assertThat(dashboard("?date=2025-11-23").body())
        .contains("No visits on 23 Nov.", "The last visit was on Sat 21 Nov 2026.", "Show 21 Nov");
  }

  @Test
  void beforeTheFirstHitThePageShowsTheTrackingCode() throws Exception {
    reader.hits = false;
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);

    assertThat(dashboard("").body())
        .contains("Listening for the first hit…")
        .contains(server.base() + "/matomo.php")
        .contains("https://openlarder.example");
    assertThat(browser.get("/s/1/first-hit").body()).isEqualTo("{\"seen\":false}");
    reader.hits = true;
    assertThat(browser.get("/s/1/first-hit").body()).isEqualTo("{\"seen\":true}");
  }

  @Test
  void whatStrangersSentIsShownAsText() throws Exception {
    server.addSite("<b>\"Web'&</b>", "javascript:alert(1)");
    reader.labels =
        List.of("/<script>alert(1)</script>", "/\"><img src=x onerror=alert(1)>", "/a\u202Eb", "");
    browser.signIn("agathe", PASSWORD);

    String page = dashboard("").body();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;b&gt;\"Web'&amp;&lt;/b&gt;")
        .contains("/a□b")
        .contains("title=\"/&#34;>&lt;img")
        .doesNotContain("<script>alert", "<img", "<b>\"");
    reader.hits = false;
    assertThat(dashboard("").body()).doesNotContain("href=\"javascript:");
  }

  @Test
  void sitesOfOthersAreRefusedWhetherTheyExistOrNot() throws Exception {
    server.addSite("Secret name", "https://openlarder.example");
    browser.signIn("viewer", PASSWORD);

    HttpResponse<String> refused = dashboard("");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .contains("You have no access to this site.", "Signed in as viewer.")
        .doesNotContain("Secret name");
    assertThat(browser.get("/s/77/dashboard").statusCode()).isEqualTo(403);
    assertThat(browser.get("/s/1/first-hit").statusCode()).isEqualTo(403);
    assertThat(browser.get("/").statusCode()).isEqualTo(403);
  }

  @Test
  void unknownPagesSaySo() throws Exception {
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);
    for (String path : List.of("/s/77/dashboard", "/s/1/nothing", "/s/x", "/s/", "/s/1/a/b")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("There is no such page.");
    }
  }

  @Test
  void everyPageIsKeptToItself() throws Exception {
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);
    for (String path : List.of("/login", "/s/1/dashboard", "/s/1/x", "/s/1/first-hit")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; frame-ancestors 'none'; form-action 'self';"
                  + " base-uri 'none'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.body()).doesNotContain("style=", "onclick", "http-equiv");
    }
  }

  @Test
  void assetsAreKeptForEverUnderTheNameOfTheirContent() throws Exception {
    String page = browser.get("/login").body();
    Matcher asset = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page);
    int seen = 0;
    while (asset.find()) {
      HttpResponse<String> answer = browser.get(asset.group(1));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control"))
          .contains("public, max-age=31536000, immutable");
      String tag = answer.headers().firstValue("ETag").orElseThrow();
      assertThat(
              browser
                  .send(browser.request(asset.group(1)).header("If-None-Match", tag))
                  .statusCode())
          .isEqualTo(304);
      HttpResponse<String> packed =
          browser.send(browser.request(asset.group(1)).header("Accept-Encoding", "gzip"));
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      seen++;
    }
    assertThat(seen).isEqualTo(3);
    assertThat(browser.get("/assets/footfall-0000000000000000.css").statusCode()).isEqualTo(404);
  }

  @Test
  void aThemeIsRememberedAndWrittenByTheServer() throws Exception {
    server.addSite("Web", "https://openlarder.example");
    browser.signIn("agathe", PASSWORD);
    String page = dashboard("?date=last7").body();
    assertThat(page).doesNotContain("data-theme");

    HttpResponse<String> answer =
        browser.post(
            "/preferences",
            Map.of(
                FormToken.FIELD,
                UiServer.Browser.token(page),
                "theme",
                "dark",
                "to",
                "/s/1/dashboard?date=last7"));

    assertThat(answer.headers().firstValue("Location")).contains("/s/1/dashboard?date=last7");
    assertThat(dashboard("").body()).contains("data-theme=\"dark\"");
  }
}
