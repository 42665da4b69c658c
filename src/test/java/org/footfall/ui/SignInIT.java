package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.site.LocalChanges;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in and out, and forms that other sites send. */
class SignInIT {
  private static final String PASSWORD = "a long password";
  private static final String TARGET = "/s/1/dashboard?date=2026-11&by=week";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T13:03:00Z"));
  private Database database;
  private UiServer server;
  private UiServer.Browser browser;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    server = new UiServer(database, new SampleReader(), clock);
    server.accounts.add("agathe", "agathe@openlarder.example", PASSWORD, true);
    server.addSite("Web", "https://openlarder.example");
    browser = server.browser();
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("footfall_session="))
        .findFirst()
        .orElse("");
  }

  private boolean signedIn() throws Exception {
    return browser.get("/s/1/dashboard").statusCode() == 200;
  }

  @Test
  void whoeverIsNotSignedInSignsInAndComesBackToTheSamePage() throws Exception {
    String login = location(browser.get(TARGET));
    assertThat(login).isEqualTo("/login?to=%2Fs%2F1%2Fdashboard%3Fdate%3D2026-11%26by%3Dweek");
    assertThat(browser.get(login).body())
        .contains("name=\"to\" value=\"/s/1/dashboard?date=2026-11&amp;by=week\"");

    HttpResponse<String> answer = browser.signIn("agathe", PASSWORD, TARGET);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo(TARGET);
    assertThat(signedIn()).isTrue();
  }

  @Test
  void nobodyIsSentToAnotherSite() throws Exception {
    for (String to : List.of("//evil.example", "https://evil.example/", "/\\evil.example")) {
      assertThat(location(server.browser().signIn("agathe", PASSWORD, to))).isEqualTo("/");
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownNameLookAlike() throws Exception {
    for (String login : List.of("agathe", "nobody", "x".repeat(5_000), "")) {
      HttpResponse<String> answer = browser.signIn(login, "wrong");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("User name or password is not right.");
      assertThat(cookie(answer)).isEmpty();
    }
    assertThat(signedIn()).isFalse();
  }

  @Test
  void guessingIsStopped() throws Exception {
    HttpResponse<String> answer = null;
    for (int i = 0; i < 25; i++) {
      answer = browser.signIn("agathe", "wrong " + i);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Too many wrong tries. Try again in");
    assertThat(browser.signIn("agathe", PASSWORD).statusCode()).isEqualTo(429);
    clock.advance(Duration.ofMinutes(61));
    assertThat(browser.signIn("agathe", PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void theSessionsCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
    String cookie = cookie(browser.signIn("agathe", PASSWORD));
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(cookie).doesNotContain("Max-Age", "Expires");
    assertThat(cookie.substring("footfall_session=".length()).split(";", 2)[0]).hasSize(43);
  }

  @Test
  void aSessionThatWasAskedToStayDoesAndIsRenewed() throws Exception {
    String token = UiServer.Browser.token(browser.get("/login").body());
    Map<String, String> fields =
        Map.of("login", "agathe", "password", PASSWORD, "remember", "1", FormToken.FIELD, token);
    assertThat(cookie(browser.post("/login", fields))).contains("Max-Age=2592000");
    clock.advance(Duration.ofDays(29));
    assertThat(cookie(browser.get("/s/1/dashboard"))).contains("Max-Age=2592000");
    clock.advance(Duration.ofDays(29));
    assertThat(signedIn()).isTrue();
    clock.advance(Duration.ofDays(31));
    assertThat(signedIn()).isFalse();
  }

  @Test
  void anUnusedSessionEnds() throws Exception {
    browser.signIn("agathe", PASSWORD);
    clock.advance(Duration.ofHours(11));
    assertThat(signedIn()).isTrue();
    clock.advance(Duration.ofHours(11));
    assertThat(signedIn()).isTrue();
    clock.advance(Duration.ofHours(13));
    assertThat(signedIn()).isFalse();
  }

  @Test
  void aNewPasswordEndsTheSessionsOfTheOldOne() throws Exception {
    browser.signIn("agathe", PASSWORD);
    UiServer.Browser later = server.browser();
    clock.advance(Duration.ofMinutes(1));
    elsewhere().setPassword("agathe", "a new password");
    HttpResponse<String> answer = browser.get("/s/1/dashboard");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).startsWith("/login");
    later.signIn("agathe", "a new password");
    assertThat(later.get("/s/1/dashboard").statusCode()).isEqualTo(200);
  }

  /** As another process, the command line, has them. */
  private Accounts elsewhere() {
    return new Accounts(new AccountStore(database), clock, new LocalChanges());
  }

  @Test
  void aPlantedSessionIdIsNotTakenOver() throws Exception {
    String planted = "A".repeat(43);
    String token = UiServer.Browser.token(browser.get("/login").body());
    HttpResponse<String> answer =
        browser.send(
            browser.form(
                "/login", Map.of("login", "agathe", "password", PASSWORD, FormToken.FIELD, token)));
    assertThat(cookie(answer)).isNotEmpty().doesNotContain(planted);
    HttpResponse<String> withPlanted =
        server
            .browser()
            .send(
                server
                    .browser()
                    .request("/s/1/dashboard")
                    .header("Cookie", "footfall_session=" + planted));
    assertThat(withPlanted.statusCode()).isEqualTo(303);
  }

  @Test
  void signingInAgainEndsTheSessionBefore() throws Exception {
    String first = cookie(browser.signIn("agathe", PASSWORD)).split(";", 2)[0];
    browser.get("/");
    String token = UiServer.Browser.token(server.browser().get("/login").body());
    assertThat(token).isNotEmpty();
    browser.post(
        "/logout",
        Map.of(FormToken.FIELD, UiServer.Browser.token(browser.get("/s/1/dashboard").body())));

    HttpResponse<String> answer =
        server.browser().send(server.browser().request("/s/1/dashboard").header("Cookie", first));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(signedIn()).isFalse();
  }

  @Test
  void formsWithoutOurTokenAreRefused() throws Exception {
    Map<String, String> fields = Map.of("login", "agathe", "password", PASSWORD);
    assertThat(browser.post("/login", fields).statusCode()).isEqualTo(403);
    browser.signIn("agathe", PASSWORD);
    assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.post("/logout", Map.of(FormToken.FIELD, "x")).statusCode()).isEqualTo(403);
    String others = UiServer.Browser.token(server.browser().get("/login").body());
    assertThat(browser.post("/logout", Map.of(FormToken.FIELD, others)).statusCode())
        .isEqualTo(403);
    assertThat(signedIn()).isTrue();
  }

  @Test
  void aFormThatABrowserSentFromAnotherSiteIsRefused() throws Exception {
    browser.signIn("agathe", PASSWORD);
    String token = UiServer.Browser.token(browser.get("/s/1/dashboard").body());

    HttpResponse<String> answer =
        browser.send(
            browser
                .form("/logout", Map.of(FormToken.FIELD, token))
                .header("Sec-Fetch-Site", "cross-site"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(signedIn()).isTrue();
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            browser
                .request("/login")
                .method("DELETE", java.net.http.HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void whileTheDatabaseIsAwayThePagesSaySoAndHitsAreNotLost() throws Exception {
    try (TestDatabase own = TestDatabase.start()) {
      try (Database away = own.schema();
          UiServer pages = new UiServer(away, new SampleReader(), clock)) {
        pages.accounts.add("agathe", "a@openlarder.example", PASSWORD, true);
        UiServer.Browser reader = pages.browser();
        reader.signIn("agathe", PASSWORD);
        own.kill();

        HttpResponse<String> answer = reader.get("/s/1/dashboard");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body())
            .contains("Reports are paused: the database does not answer.")
            .contains("nothing is lost");
      }
    }
  }
}
