package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.footfall.testing.Await;
import org.footfall.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tag in pages that are left, come back, or may do next to nothing. */
@Tag("system")
class TagLifeIT extends OnStage {
  @Test
  void twoTabsAreOneVisitor() {
    write("/a", VIEW + "_paq.push(['setDocumentTitle', 'A']);", "");
    write("/b", VIEW, "");
    Page first = open("/a");
    Hit one = take("url~.*/a");
    Page second = open("/b");
    Hit two = take("url~.*/b");
    first.evaluate("_paq.push(['trackEvent', 'first', 'tab'])");
    second.evaluate("_paq.push(['trackEvent', 'second', 'tab'])");
    assertThat(one.value("_idn") + two.value("_idn")).isEqualTo("10");
    assertThat(two.value("_id")).isEqualTo(one.value("_id")).hasSize(16);
    assertThat(take("e_c=first").value("_id")).isEqualTo(one.value("_id"));
    assertThat(take("e_c=second").value("_id")).isEqualTo(one.value("_id"));
    assertThat(profile.cookies()).hasSize(2);
    assertThat(chromium.complaints).isEmpty();
  }

  /** Two at once, without a cookie of the visitor yet. */
  @Test
  void twoTabsThatOpenTogetherAreOneVisitor() {
    write("/a", VIEW, "");
    write("/b", VIEW, "");
    site.page(folder + "/start", "<!doctype html><link rel=icon href='data:,'>");
    open("/start").evaluate("() => { open('a'); open('b'); }");
    assertThat(take("url~.*/a").value("_id")).isEqualTo(take("url~.*/b").value("_id")).hasSize(16);
    assertThat(profile.cookies()).hasSize(2);
  }

  /** The browser at home keeps a page as it was; the tag must not keep it from doing so. */
  @Test
  void aPageThatComesBackGoesOnTracking() {
    write(
        "/a",
        VIEW
            + "_paq.push(['enableLinkTracking']); _paq.push(['enableHeartBeatTimer']);"
            + "addEventListener('pageshow', (e) => e.persisted && fetch('/note?back' + '"
            + folder
            + "').then(() => _paq.push(['trackEvent', 'Back', 'again'])));",
        "<a href='b'>On</a><a id='out' href='http://maker.test/tea' onclick='return false'>Out</a>");
    site.page(folder + "/b", "<!doctype html><title>B</title><link rel=icon href='data:,'>");
    try (Chromium atHome = Chromium.withBackForwardCache();
        BrowserContext home = atHome.profile(new Browser.NewContextOptions())) {
      Page page = atHome.page(home, "");
      page.navigate(address("/a"));
      Hit first = take("action_name=Shop");
      // Both wait when the page is left: for their time, and for company.
      page.evaluate("_paq.push(['queueRequest', 'te_test=1'], ['queueRequest', 'te_test=2'])");
      page.click("a");
      page.waitForURL("**/b");
      take("te_test=1 :bulk");
      take("te_test=2 :bulk");
      page.evaluate("setTimeout(() => history.back())");
      Await.until("the page came back as it was", 10, () -> site.noted("back" + folder));
      Hit back = take("e_c=Back");
      page.click("#out");
      Hit out = take("link=http://maker.test/tea");
      page.evaluate("_paq.push(['queueRequest', 'te_test=3'])");
      page.evaluate("_paq.push(['trackPageView', 'Once more'])");
      Hit more = take("action_name=Once%20more");
      page.navigate("about:blank");
      Hit queued = take("te_test=3");
      for (Hit hit : List.of(back, out, more, queued)) {
        assertThat(hit.value("_id")).isEqualTo(first.value("_id"));
        assertThat(hit.value("_idn")).isEqualTo("0");
      }
      assertThat(back.value("pv_id")).as("the same page view").isEqualTo(first.value("pv_id"));
      assertThat(more.value("pv_id")).isNotEqualTo(first.value("pv_id"));
      assertThat(atHome.complaints).isEmpty();
    }
    assertThat(rest()).as("the page view, or what waited, again").isEmpty();
  }

  /** A tab in the background; it may never be seen again. */
  @Test
  void whatWaitsGoesOutOnceWhenThePageIsHidden() {
    write("/a", VIEW, "");
    Page page = ready("/a");
    take("action_name=Shop");
    page.evaluate("_paq.push(['queueRequest', 'te_test=1'], ['queueRequest', 'te_test=2'])");
    page.evaluate(Stage.HIDE);
    take("te_test=1 :bulk");
    take("te_test=2 :bulk");
    page.evaluate(Stage.SHOW);
    page.evaluate("_paq.push(['trackEvent', 'Shown', 'again'])");
    take("e_c=Shown");
    page.navigate("about:blank");
    assertThat(rest()).isEmpty();
  }

  @Test
  void aTabThatIsClosedAtOnceLosesNothing() {
    write("/a", VIEW + "_paq.push(['trackEvent', 'One', 'x'], ['queueRequest', 'te_test=1']);", "");
    Page page = ready("/a");
    take("action_name=Shop");
    page.close();
    take("e_c=One");
    take("te_test=1");
  }

  @Test
  void whatWaitsGoesOutWhenThePageIsLeft() {
    write("/a", VIEW, "");
    Page page = open("/a");
    page.waitForFunction(Stage.READY);
    take("action_name=Shop");
    page.evaluate("_paq.push(['queueRequest', 'te_test=1'], ['queueRequest', 'te_test=2'])");
    page.evaluate("_paq.push(['trackEvent', 'Last', 'word'])");
    page.navigate("about:blank");
    take("te_test=1 :bulk");
    take("te_test=2 :bulk");
    take("e_c=Last");
  }

  /** All of a page at once, and away before the pause after its first request is over. */
  @Test
  void aPageThatIsLeftAtOnceLosesNothing() {
    write(
        "/a",
        "_paq.push(['trackPageView'], ['trackEvent', 'One', 'x'], ['trackEvent', 'Two', 'x']);",
        "");
    Page page = open("/a");
    page.waitForFunction(Stage.READY);
    take("action_name=Shop");
    page.navigate("about:blank");
    Hit one = take("e_c=One");
    assertThat(take("e_c=Two").value("_id")).isEqualTo(one.value("_id"));
  }

  @Test
  void theHeartBeatTellsHowLongAPageWasRead() {
    write("/a", VIEW + "_paq.push(['enableHeartBeatTimer', 10]);", "");
    Page page = blank();
    page.clock().install();
    page.navigate(address("/a"));
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
    assertThat(rest()).isEmpty();
  }

  @Test
  void aShortLookIsNoHeartBeat() {
    write("/a", VIEW + "_paq.push(['enableHeartBeatTimer', 10]);", "");
    Page page = blank();
    page.clock().install();
    page.navigate(address("/a"));
    page.waitForFunction(Stage.READY);
    page.clock().runFor(2_000);
    take("action_name=Shop");
    page.clock().runFor(3_000);
    page.navigate(address("/a"));
    page.waitForFunction(Stage.READY);
    page.clock().runFor(2_000);
    take("action_name=Shop");
    assertThat(rest()).isEmpty();
  }

  /** A browser that keeps no cookies: hits come, each without an id. */
  @Test
  void withCookiesBlockedHitsComeWithoutAnId() {
    write("/a", VIEW, "");
    Page page = blank();
    JsonObject disabled = new JsonObject();
    disabled.addProperty("disabled", true);
    profile.newCDPSession(page).send("Emulation.setDocumentCookieDisabled", disabled);
    page.navigate(address("/a"));
    assertThat(page.evaluate("navigator.cookieEnabled")).isEqualTo(false);
    take("action_name=Shop cookie=0 _id=");
    page.evaluate("_paq.push(['trackEvent', 'a', 'b'])");
    take("e_c=a _id=");
    assertThat(profile.cookies()).isEmpty();
    assertThat(chromium.complaints).isEmpty();
  }

  /** Every way to store something throws, as in some web views. */
  @Test
  void withEveryStoreBrokenHitsCome() {
    write("/a", VIEW, "");
    profile.addInitScript(
        """
        const refuse = () => { throw new DOMException('no', 'SecurityError'); };
        Object.defineProperty(Document.prototype, 'cookie', {get: refuse, set: refuse});
        for (const store of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(window, store, {get: refuse});
        }
        """);
    Page page = open("/a");
    take("action_name=Shop cookie=0");
    page.evaluate("_paq.push(['trackEvent', 'a', 'b'])");
    take("e_c=a");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aSandboxedFrameIsTracked() {
    write("/a", VIEW.replace("]", ", 'Frame']"), "");
    site.page(
        folder + "/outer",
        "<!doctype html><link rel=icon href='data:,'>"
            + "<iframe sandbox='allow-scripts' src='a'></iframe>");
    open("/outer");
    take("action_name=Frame");
    assertThat(chromium.complaints).isEmpty();
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
    open("/a");
    take("action_name=Shop");
    take("c_n=Tea");
    assertThat(chromium.complaints).isEmpty();
  }

  /** What was built with other bytes than the tag was told of does not run. */
  @Test
  void aPartThatSomebodyChangedDoesNotRun() {
    write("/a", VIEW, "");
    profile.route(
        "**/*part=*",
        route ->
            route.fulfill(
                new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("application/javascript")
                    .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                    .setBody("window.changed = 1;")));
    Page page = open("/a");
    page.waitForFunction(Stage.READY);
    take("action_name=Shop");
    page.evaluate("_paq.push(['trackContentImpression', 'Tea', 'x', 'y'])");
    page.waitForCondition(
        () -> chromium.complaints.stream().anyMatch(said -> said.contains("integrity")));
    page.evaluate("_paq.push(['trackEvent', 'still', 'there'])");
    take("e_c=still");
    assertThat(page.evaluate("window.changed")).isNull();
  }
}
