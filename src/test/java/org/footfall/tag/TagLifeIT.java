package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.footfall.testing.Await;
import org.footfall.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tag in pages that are left, come back, lose the net, or may do next to nothing. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagLifeIT {
  private static final String VIEW = "_paq.push(['trackPageView']);";

  private Stage stage;
  private TaggedSite site;
  private String folder;

  @BeforeAll
  void start() {
    stage = new Stage("matomo.js");
    site = stage.site;
  }

  @BeforeEach
  void clear() {
    folder = stage.folder();
    stage.chromium.complaints.clear();
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  private Page open(BrowserContext profile, String path) {
    Page page = stage.chromium.page(profile, "");
    page.navigate(site.address() + folder + path);
    return page;
  }

  private BrowserContext profile() {
    return stage.chromium.profile(new Browser.NewContextOptions());
  }

  private void page(String path, String script, String body) {
    site.page(folder + path, Stage.html(folder, script, "matomo.js", body));
  }

  private Hit take(String what) {
    return site.take(folder, what, Wanted.of(what));
  }

  @Test
  void twoTabsAreOneVisitor() {
    page("/a", VIEW + "_paq.push(['setDocumentTitle', 'A']);", "");
    page("/b", VIEW, "");
    try (BrowserContext profile = profile()) {
      Page first = open(profile, "/a");
      Hit one = take("url~.*/a");
      Page second = open(profile, "/b");
      Hit two = take("url~.*/b");
      first.evaluate("_paq.push(['trackEvent', 'first', 'tab'])");
      second.evaluate("_paq.push(['trackEvent', 'second', 'tab'])");
      assertThat(one.value("_idn") + two.value("_idn")).isEqualTo("10");
      assertThat(two.value("_id")).isEqualTo(one.value("_id")).hasSize(16);
      assertThat(take("e_c=first").value("_id")).isEqualTo(one.value("_id"));
      assertThat(take("e_c=second").value("_id")).isEqualTo(one.value("_id"));
      assertThat(profile.cookies()).hasSize(2);
    }
    assertThat(stage.chromium.complaints).isEmpty();
  }

  /** The browser at home keeps a page as it was; the tag must not keep it from doing so. */
  @Test
  void aPageThatComesBackGoesOnTracking() {
    page(
        "/a",
        VIEW
            + "_paq.push(['enableLinkTracking']); _paq.push(['enableHeartBeatTimer']);"
            + "addEventListener('pageshow', (e) => e.persisted && fetch('/note?back' + '"
            + folder
            + "').then(() => _paq.push(['trackEvent', 'Back', 'again'])));",
        "<a href='b'>On</a>");
    site.page(folder + "/b", "<!doctype html><title>B</title><link rel=icon href='data:,'>");
    try (Chromium atHome = Chromium.withBackForwardCache();
        BrowserContext profile = atHome.profile(new Browser.NewContextOptions())) {
      Page page = atHome.page(profile, "");
      page.navigate(site.address() + folder + "/a");
      Hit first = take("action_name=Shop");
      page.click("a");
      page.waitForURL("**/b");
      page.evaluate("setTimeout(() => history.back())");
      Await.until("the page came back as it was", 10, () -> site.noted("back" + folder));
      assertThat(take("e_c=Back").value("_id")).isEqualTo(first.value("_id"));
    }
  }

  @Test
  void whatWaitsGoesOutWhenThePageIsLeft() {
    page("/a", VIEW, "");
    try (BrowserContext profile = profile()) {
      Page page = open(profile, "/a");
      page.waitForFunction(Stage.READY);
      take("action_name=Shop");
      page.evaluate("_paq.push(['queueRequest', 'te_test=1'], ['queueRequest', 'te_test=2'])");
      page.evaluate("_paq.push(['trackEvent', 'Last', 'word'])");
      page.navigate("about:blank");
      take("te_test=1 :bulk");
      take("te_test=2 :bulk");
      take("e_c=Last");
    }
  }

  /** All of a page at once, and away before the pause after its first request is over. */
  @Test
  void aPageThatIsLeftAtOnceLosesNothing() {
    page(
        "/a",
        "_paq.push(['trackPageView'], ['trackEvent', 'One', 'x'], ['trackEvent', 'Two', 'x']);",
        "");
    try (BrowserContext profile = profile()) {
      Page page = open(profile, "/a");
      page.waitForFunction(Stage.READY);
      take("action_name=Shop");
      page.navigate("about:blank");
      Hit one = take("e_c=One");
      assertThat(take("e_c=Two").value("_id")).isEqualTo(one.value("_id"));
    }
  }

  @Test
  void theHeartBeatTellsHowLongAPageWasRead() {
    page("/a", VIEW + "_paq.push(['enableHeartBeatTimer', 10]);", "");
    try (BrowserContext profile = profile()) {
      Page page = stage.chromium.page(profile, "");
      page.clock().install();
      page.navigate(site.address() + folder + "/a");
      page.waitForFunction(Stage.READY);
      page.clock().runFor(2_000);
      take("action_name=Shop");
      page.clock().runFor(15_000);
      page.evaluate("dispatchEvent(new Event('blur'))");
      take("ping=1");
      page.evaluate("dispatchEvent(new Event('focus'))");
      page.clock().runFor(15_000);
      page.navigate("about:blank");
      take("ping=1");
    }
    assertThat(site.hits(folder)).isEmpty();
  }

  @Test
  void aShortLookIsNoHeartBeat() {
    page("/a", VIEW + "_paq.push(['enableHeartBeatTimer', 10]);", "");
    try (BrowserContext profile = profile()) {
      Page page = stage.chromium.page(profile, "");
      page.clock().install();
      page.navigate(site.address() + folder + "/a");
      page.waitForFunction(Stage.READY);
      page.clock().runFor(2_000);
      take("action_name=Shop");
      page.clock().runFor(3_000);
      page.navigate(site.address() + folder + "/a");
      page.waitForFunction(Stage.READY);
      page.clock().runFor(2_000);
      take("action_name=Shop");
    }
    assertThat(site.hits(folder)).isEmpty();
  }

  @Test
  void withoutTheNetThePageGoesOnAndSoDoesTheTagAfterwards() {
    page("/a", VIEW, "");
    try (BrowserContext profile = profile()) {
      Page page = open(profile, "/a");
      Hit first = take("action_name=Shop");
      profile.setOffline(true);
      page.evaluate("_paq.push(['trackEvent', 'Offline', 'x'])");
      assertThat(page.evaluate("navigator.onLine")).isEqualTo(false);
      profile.setOffline(false);
      page.evaluate("_paq.push(['trackEvent', 'Online', 'x'])");
      assertThat(take("e_c=Online").value("_id")).isEqualTo(first.value("_id"));
    }
  }

  /** A browser that keeps no cookies: hits come, each without an id. */
  @Test
  void withCookiesBlockedHitsComeWithoutAnId() {
    page("/a", VIEW, "");
    try (BrowserContext profile = profile()) {
      Page page = stage.chromium.page(profile, "");
      JsonObject disabled = new JsonObject();
      disabled.addProperty("disabled", true);
      profile.newCDPSession(page).send("Emulation.setDocumentCookieDisabled", disabled);
      page.navigate(site.address() + folder + "/a");
      assertThat(page.evaluate("navigator.cookieEnabled")).isEqualTo(false);
      take("action_name=Shop cookie=0 _id=");
      page.evaluate("_paq.push(['trackEvent', 'a', 'b'])");
      take("e_c=a _id=");
      assertThat(profile.cookies()).isEmpty();
    }
    assertThat(stage.chromium.complaints).isEmpty();
  }

  /** Every way to store something throws, as in some web views. */
  @Test
  void withEveryStoreBrokenHitsCome() {
    page("/a", VIEW, "");
    try (BrowserContext profile = profile()) {
      profile.addInitScript(
          """
          const refuse = () => { throw new DOMException('no', 'SecurityError'); };
          Object.defineProperty(Document.prototype, 'cookie', {get: refuse, set: refuse});
          for (const store of ['localStorage', 'sessionStorage', 'indexedDB']) {
            Object.defineProperty(window, store, {get: refuse});
          }
          """);
      Page page = open(profile, "/a");
      take("action_name=Shop cookie=0");
      page.evaluate("_paq.push(['trackEvent', 'a', 'b'])");
      take("e_c=a");
    }
    assertThat(stage.chromium.complaints).isEmpty();
  }

  @Test
  void aSandboxedFrameIsTracked() {
    page("/a", VIEW.replace("]", ", 'Frame']"), "");
    site.page(
        folder + "/outer",
        "<!doctype html><link rel=icon href='data:,'>"
            + "<iframe sandbox='allow-scripts' src='a'></iframe>");
    try (BrowserContext profile = profile()) {
      open(profile, "/outer");
      take("action_name=Frame");
    }
    assertThat(stage.chromium.complaints).isEmpty();
  }

  /** No eval, nothing inline but what carries the nonce, and parts with it, too. */
  @Test
  void aStrictPolicyIsNotBroken() {
    String script =
        VIEW
            + "_paq.push(['enableLinkTracking']); _paq.push(['trackAllContentImpressions']);"
            + "_paq.push(['enableJSErrorTracking']);";
    String html =
        Stage.html(
                folder,
                script,
                "matomo.js",
                "<div data-track-content data-content-name='Tea' data-content-piece='x'></div>")
            .replace("<script", "<script nonce='abc123'");
    site.page(
        folder + "/a",
        html,
        Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'nonce-abc123'; connect-src 'self'; img-src 'self' data:;"
                + " base-uri 'none'; form-action 'none'"));
    try (BrowserContext profile = profile()) {
      open(profile, "/a");
      take("action_name=Shop");
      take("c_n=Tea");
    }
    assertThat(stage.chromium.complaints).isEmpty();
  }

  /** What was built with other bytes than the tag was told of does not run. */
  @Test
  void aPartThatSomebodyChangedDoesNotRun() {
    page("/a", VIEW, "");
    try (BrowserContext profile = profile()) {
      profile.route(
          "**/*part=*",
          route ->
              route.fulfill(
                  new com.microsoft.playwright.Route.FulfillOptions()
                      .setContentType("application/javascript")
                      .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                      .setBody("window.changed = 1;")));
      Page page = open(profile, "/a");
      page.waitForFunction(Stage.READY);
      take("action_name=Shop");
      page.evaluate("_paq.push(['trackContentImpression', 'Tea', 'x', 'y'])");
      page.waitForCondition(
          () -> stage.chromium.complaints.stream().anyMatch(said -> said.contains("integrity")));
      page.evaluate("_paq.push(['trackEvent', 'still', 'there'])");
      take("e_c=still");
      assertThat(page.evaluate("window.changed")).isNull();
    }
  }
}
