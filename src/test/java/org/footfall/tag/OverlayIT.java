package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A site looked at through Footfall, with numbers at its links; its tag is served by the site. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverlayIT {
  private static final Path AXE = Path.of("webapp/node_modules/axe-core/axe.min.js");
  private static final double PATIENCE = 20_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningFootfall footfall;
  private Stage stage;
  private String shop;
  private String folder;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    footfall = new RunningFootfall(data);
    stage = new Stage("matomo.js", new TaggedSite(footfall.address()));
    shop = stage.site.address();
    footfall.answer(
        "SitesManager.updateSite", "idSite=1&urls=" + shop, "excludedQueryParameters=who");
    folder = stage.folder();
    put("/home", setApiUrl(), Map.of());
    put("/tea", setApiUrl(), Map.of());
    put("/strict", setApiUrl(), Map.of("X-Frame-Options", "DENY"));
    put("/elsewhere", "", Map.of());
    put(
        "/parted",
        setApiUrl(),
        Map.of("X-Frame-Options", "DENY", "Cross-Origin-Opener-Policy", "same-origin"));
    visit("1", "/home", "/tea");
    visit("2", "/home", "/tea");
    visit("3", "/home", "/cake");
    visit("4", "/home");
    visit("5", "/home", "/tea", "/home");
    visit("6", "/tea");
    hit("6", "url=" + url("/tea") + "&link=http://maker.test/tea%3Fid=1");
    visit("7", "/strict", "/tea");
    visit("8", "/strict");
    footfall.process();
  }

  @AfterAll
  void stop() {
    stage.close();
    footfall.close();
  }

  private String setApiUrl() {
    return "_paq.push(['setAPIUrl', '" + footfall.address() + "/']);";
  }

  /** A page of the shop, under a policy that forbids all that is written into a page. */
  private void put(String path, String script, Map<String, String> headers) {
    String html =
        Stage.html(
            folder,
            script + "_paq.push(['trackPageView'], ['enableLinkTracking']);",
            "matomo.js",
            """
            <p><a id="tea" href="tea?utm_source=home&amp;who=me#top">Tea</a>
            <a id="again" href="tea" target="_blank">Tea</a> <a id="cake" href="cake">Cake</a>
            <a id="none" href="none">Nothing</a> <a href="http://maker.test/tea?id=1">Maker</a></p>
            """);
    stage.site.page(folder + path, html, headers);
  }

  private String url(String path) {
    return shop + folder + path;
  }

  private void visit(String visitor, String... paths) throws Exception {
    for (String path : paths) {
      hit(visitor, "url=" + url(path) + "&action_name=Shop");
    }
  }

  /** Each visitor has a browser of another version: on one device they would be one. */
  private void hit(String visitor, String query) throws Exception {
    URI hit =
        footfall
            .address()
            .resolve("/matomo.php?idsite=1&rec=1&_id=000000000000000" + visitor + "&" + query);
    HttpResponse<Void> answer =
        client.send(
            HttpRequest.newBuilder(hit)
                .header("User-Agent", "Mozilla/5.0 Firefox/14" + visitor + ".0")
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private Page overlay(int width, ColorScheme theme, String query) {
    stage.chromium.complaints.clear();
    BrowserContext profile = stage.chromium.profile(width, theme);
    Page page = stage.chromium.page(profile, footfall.address().toString(), shop);
    page.navigate(footfall.address() + "/s/1/overlay?date=last7" + query);
    page.fill("#login", "agathe");
    page.fill("#password", "a long password");
    page.press("#password", "Enter");
    page.waitForURL("**/s/1/overlay**");
    return page;
  }

  private Page overlay(String path) {
    return overlay(1440, ColorScheme.LIGHT, "&url=" + url(path));
  }

  private static FrameLocator frame(Page page) {
    return page.frameLocator("[data-frame]");
  }

  private static void says(Locator where, String what) {
    PlaywrightAssertions.assertThat(where)
        .containsText(what, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  private static void isShown(Locator what) {
    what.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
  }

  private static Locator badge(FrameLocator frame, String text) {
    return frame.locator("footfall-overlay span:visible").getByText(text);
  }

  private long actions() throws Exception {
    footfall.process();
    return footfall.report("VisitsSummary.getActions").path("value").asLong();
  }

  @Test
  void numbersStandAtLinksAndFollowTheWayThroughTheSite() throws Exception {
    long before = actions();
    assertThat(before).isPositive();
    Page page = overlay("/home");
    says(page.locator("[data-says]"), "6 page views");
    FrameLocator frame = frame(page);
    isShown(badge(frame, "50.0%").first());
    assertThat(badge(frame, "50.0%").count()).as("both links to the page").isEqualTo(2);
    isShown(badge(frame, "16.7%"));
    assertThat(frame.locator("footfall-overlay span:visible").count()).isEqualTo(3);
    assertThat(page.locator("[data-ways] tr").first().textContent())
        .isEqualTo(folder + "/tea350.0%");
    assertThat(page.locator("[data-ways] tr").last().textContent())
        .isEqualTo("Left the site233.3%");
    isAtItsLink(frame);

    // Also a link that would open a tab.
    frame.locator("#again").click();
    says(page.locator("[data-says]"), "5 page views");
    assertThat(page.inputValue("#address")).isEqualTo(url("/tea"));
    assertThat(page.url()).contains("date=last7").contains("%2Ftea");
    says(page.locator("[data-ways]"), "http://maker.test/tea?id=1");
    isShown(badge(frame, "20.0%"));
    Page maker =
        page.waitForPopup(
            () ->
                frame.locator("a", new FrameLocator.LocatorOptions().setHasText("Maker")).click());
    maker.close();
    assertThat(frame.locator("#cake").isVisible()).as("other sites do not push it out").isTrue();
    page.locator("[data-ways] a").click();
    says(page.locator("[data-says]"), "6 page views");
    frame.locator("body").evaluate("history.pushState(null, '', 'cake#end')");
    says(page.locator("[data-says]"), "1 page view,");
    assertThat(page.locator("[data-ways] tr").count()).isEqualTo(1);

    assertThat(stage.site.hits(folder)).isEmpty();
    assertThat(actions()).isEqualTo(before);
    assertThat(page.context().cookies(shop)).isEmpty();
    nothingIsComplainedAbout();
    page.context().close();
  }

  /** The badge's corner is near the link's. */
  private static void isAtItsLink(FrameLocator frame) {
    Locator link = frame.locator("#cake");
    Locator badge = badge(frame, "16.7%");
    assertThat(badge.boundingBox().x + badge.boundingBox().width)
        .isBetween(link.boundingBox().x, link.boundingBox().x + link.boundingBox().width + 20);
    assertThat(badge.boundingBox().y)
        .isBetween(link.boundingBox().y - 20, link.boundingBox().y + 20);
  }

  /** The site is another origin, so it cannot take its sandbox away, whatever Chromium says. */
  private void nothingIsComplainedAbout() {
    stage.chromium.complaints.removeIf(said -> said.contains("allow-same-origin"));
    assertThat(stage.chromium.complaints).isEmpty();
  }

  @Test
  void aPageThatRefusesFramesIsShownInAWindow() {
    Page page = overlay("/strict");
    isShown(page.locator("[data-hint]"));
    says(page.locator("[data-hint]"), "X-Frame-Options");
    Page window = page.waitForPopup(() -> page.locator("[data-hint] [data-window]").click());
    isShown(window.locator("footfall-overlay span:visible").first());
    says(page.locator("[data-says]"), "2 page views");
    assertThat(page.locator("[data-hint]").isVisible()).isFalse();
    assertThat(window.locator("footfall-overlay span:visible").first().textContent())
        .isEqualTo("50.0%");
    window.locator("#tea").click();
    says(page.locator("[data-says]"), "5 page views");
    assertThat(stage.site.hits(folder)).isEmpty();
    page.locator("[data-back]").click();
    isShown(badge(frame(page), "20.0%"));
    assertThat(window.isClosed()).isTrue();
    page.context().close();
  }

  /** The page that opened it is told at once that it is closed, and hears nothing of it. */
  @Test
  void aWindowThatPartsItselfIsToldOf() {
    Page page = overlay("/parted");
    isShown(page.locator("[data-hint]"));
    Page window = page.waitForPopup(() -> page.locator("[data-hint] [data-window]").click());
    isShown(page.locator("[data-only=window]"));
    Hit unused =
        stage.site.take(folder, "it is counted", hit -> hit.parameters().containsKey("url"));
    assertThat(page.locator("[data-frame]").isVisible()).isFalse();
    assertThat(window.url()).isEqualTo(url("/parted"));
    page.locator("[data-back]").click();
    isShown(page.locator("[data-frame]"));
    assertThat(page.locator("[data-apart]").isVisible()).isFalse();
    page.context().close();
  }

  /**
   * A reader's session goes along with a link, so what a link asks for may be a stranger's wish.
   */
  @Test
  void aLinkOfOthersShowsNothingByItself() {
    Page page = overlay("/home");
    stage.site.page(
        "/trap",
        "<!doctype html><title>Trap</title><a href='%s'>Trap</a>"
            .formatted(
                footfall.address()
                    + "/s/1/overlay?date=last7&seg=userId%3D%3Dalice&url="
                    + url("/tea")));
    page.navigate(stage.site.address("stranger.test") + "/trap");
    page.locator("a").click();
    says(page.locator(".note"), "userId==alice");
    assertThat(page.inputValue("#address")).isEqualTo(url("/tea"));
    assertThat(page.getAttribute("[data-frame]", "src")).isNull();
    page.locator("form[action$=overlay] .primary").click();
    says(page.locator("[data-says]"), "5 page views");
    isShown(badge(frame(page), "20.0%"));
    assertThat(page.url()).doesNotContain("seg=");
    page.context().close();
  }

  @Test
  void numbersOfASegmentAreNotToldToThePage() {
    Page page = overlay(1440, ColorScheme.LIGHT, "&seg=actions%3E0&url=" + url("/home"));
    says(page.locator("[data-says]"), "6 page views");
    says(page.locator("[data-ways]"), "50.0%");
    assertThat(
            frame(page)
                .locator("body")
                .evaluate(
                    "() => new Promise(done => { history.pushState(null, '', 'tea');"
                        + " addEventListener('message', event => done(event.data.rows)); })"))
        .isEqualTo(List.of());
    says(page.locator("[data-says]"), "5 page views");
    assertThat(page.locator("[data-ways] tr").count()).isPositive();
    assertThat(frame(page).locator("footfall-overlay span:visible").count()).isZero();
    page.context().close();
  }

  @Test
  void underTlsThePageIsAskedForUnderTls() throws Exception {
    int plain =
        footfall
            .answer("SitesManager.addSite", "siteName=Plain&urls=http://plain.test/tea")
            .path("value")
            .asInt();
    Page page = overlay(1440, ColorScheme.LIGHT, "");
    String secret = "https://footfall.test";
    page.route(
        secret + "/**",
        route -> {
          String asked = footfall.address() + route.request().url().substring(secret.length());
          route.fulfill(
              new Route.FulfillOptions()
                  .setResponse(route.fetch(new Route.FetchOptions().setUrl(asked))));
        });
    page.route("https://plain.test/**", route -> route.abort());
    page.navigate(secret + "/s/" + plain + "/overlay");
    assertThat(page.getAttribute("[data-frame]", "src")).isEqualTo("https://plain.test/tea");
    // A window may show it as it is.
    assertThat(page.inputValue("#address")).isEqualTo("http://plain.test/tea");
    page.context().close();
  }

  @Test
  void matomosLinksCarryThePageInTheFragment() {
    Page page = overlay(1440, ColorScheme.LIGHT, "");
    String tea = URLEncoder.encode(url("/tea"), StandardCharsets.UTF_8).replace('%', '$');
    String link = footfall.address() + "/index.php?module=Overlay&idSite=1&period=year&date=today";
    page.navigate(link + "#?l=" + tea);
    says(page.locator("[data-says]"), "5 page views");
    assertThat(page.inputValue("#address")).isEqualTo(url("/tea"));
    for (String other : List.of("http$3A$2F$2Fstranger.test$2F", "$", "javascript$3Aalert(1)")) {
      page.navigate("about:blank");
      page.navigate(link + "#?l=" + other);
      assertThat(page.getAttribute("[data-frame]", "src")).isEqualTo(shop + "/");
    }
    page.context().close();
  }

  @Test
  void matomosAddressesLeadHere() {
    Page page = overlay(1440, ColorScheme.LIGHT, "");
    page.navigate(
        footfall.address()
            + "/index.php?module=Overlay&action=startOverlaySession&idSite=1&period=year&date=today");
    assertThat(page.locator("h1").textContent()).isEqualTo("Page overlay");
    assertThat(page.getAttribute("[data-overlay]", "data-question")).contains("-01-01%2C");
    page.context().close();
  }

  /** The tag's server is the site itself here, unless setAPIUrl says more. */
  @Test
  void aTagThatSpeaksToAnotherAddressIsToldOf() {
    Page page = overlay("/elsewhere");
    isShown(page.locator("[data-hint]"));
    says(page.locator("[data-hint]"), "setAPIUrl', '" + footfall.address() + "/'");
    assertThat(stage.site.hits(folder)).isEmpty();
    page.context().close();
  }

  @Test
  void aStrangerAroundThePageHearsNothing() {
    stage.site.page(
        "/stranger",
        """
        <!doctype html><title>Stranger</title><link rel="icon" href="data:,"><script>
        var heard = []; addEventListener('message', function (event) { heard.push(event.data); });
        </script><iframe name="Footfall_Overlay" src="%s"></iframe>
        """
            .formatted(url("/home")));
    Page page = stage.chromium.page(stage.chromium.profile(1440, ColorScheme.LIGHT));
    page.navigate(stage.site.address("stranger.test") + "/stranger");
    FrameLocator frame = page.frameLocator("iframe");
    frame
        .locator("footfall-overlay")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    frame
        .locator("body")
        .evaluate(
            "async () => { for (let i = 0; i < 3; i++) { await new Promise(requestAnimationFrame); } }");
    page.evaluate(
        "() => frames[0].postMessage({footfall: 'ways', url: '"
            + url("/home")
            + "', rows: [['"
            + url("/tea")
            + "', 'HA']], without: [], own: []}, '*')");
    frame.locator("#none").evaluate("() => new Promise(done => setTimeout(done, 400))");
    assertThat(page.evaluate("heard.length")).isEqualTo(0);
    assertThat(frame.locator("footfall-overlay span").count()).isZero();
    assertThat(stage.site.hits(folder)).isEmpty();
    page.context().close();
  }

  @Test
  void thePageInTheFrameCanOnlySayWhereItIs() {
    Page page = overlay("/home");
    says(page.locator("[data-says]"), "6 page views");
    for (String said :
        List.of(
            "{footfall: 'page', url: 'http://stranger.test/'}",
            "{footfall: 'page', url: 'javascript:alert(1)'}",
            "{footfall: 'page', url: '" + url("/") + "x".repeat(1_024) + "'}",
            "{footfall: 'page', url: {toString: 1}}",
            "{footfall: 'other', url: '" + url("/tea") + "'}",
            "null")) {
      frame(page).locator("body").evaluate("() => parent.postMessage(" + said + ", '*')");
    }
    String strange = url("/%3Cb%3Ebold%3C/b%3E%E2%80%AE");
    frame(page)
        .locator("body")
        .evaluate("() => parent.postMessage({footfall: 'page', url: '" + strange + "'}, '*')");
    says(page.locator("[data-says]"), "0 page views");
    assertThat(page.inputValue("#address")).isEqualTo(strange);
    nothingIsComplainedAbout();
    page.context().close();
  }

  @Test
  void thePageFitsAnyWidthAndAxeFindsNothing() throws Exception {
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(320, 390, 1024, 1440, 2560)) {
        Page page = overlay(width, theme, "&url=" + url("/home"));
        says(page.locator("[data-says]"), "6 page views");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        judge(page, theme + " " + width);
        page.evaluate("document.querySelector('[data-hint]').hidden = false");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        judge(page, "hint " + theme + " " + width);
        page.context().close();
      }
    }
  }

  private static void judge(Page page, String what) throws Exception {
    Object unused = page.evaluate(Files.readString(AXE));
    Object found =
        page.evaluate(
            "async () => (await axe.run(document, {iframes: false})).violations.map("
                + "v => v.id + ' ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))");
    assertThat((List<?>) found).as(what).isEmpty();
  }
}
