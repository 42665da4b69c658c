package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.footfall.store.Database;
import org.footfall.testing.Chromium;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages in a real browser: narrow and wide, light and dark, with keys, and for axe-core. */
@Tag("system")
class PagesBrowserIT {
  private static final String PASSWORD = "a long password";
  private static final Path AXE = Path.of("webapp/node_modules/axe-core/axe.min.js");

  private final SampleReader reader = new SampleReader();
  private Database database;
  private UiServer server;
  private Chromium chromium;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T13:03:00Z"), ZoneOffset.UTC);
    server = new UiServer(database, reader, clock);
    server.accounts.add("agathe", "agathe@openlarder.example", PASSWORD, true);
    server.addSite("Open Larder – web", "https://openlarder.example");
    server.addSite("Open Larder – a rather long name of a site", "https://prices.example");
    reader.labels =
        List.of("/", "/produit/2017620422003/pate-a-tartiner-noisettes-et-cacao", "x".repeat(300));
    chromium = new Chromium();
  }

  @AfterEach
  void stop() {
    chromium.close();
    server.close();
    database.close();
  }

  private Page signedIn(int width, ColorScheme theme) {
    BrowserContext profile = chromium.profile(width, theme);
    Page page = chromium.page(profile, server.base());
    page.navigate(server.base() + "/login");
    page.fill("#login", "agathe");
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**/s/1/dashboard");
    return page;
  }

  private void nothingWentWrong() {
    assertThat(chromium.complaints).isEmpty();
    assertThat(chromium.strangers).isEmpty();
  }

  @Test
  void noPageScrollsSidewaysOrLoadsAnythingFromElsewhere() {
    for (int width : List.of(320, 390, 768, 1024, 1440, 2560)) {
      Page page = signedIn(width, ColorScheme.LIGHT);
      for (String path : List.of("", "?date=today", "?date=last7", "?date=2026", "?date=2025-01")) {
        page.navigate(server.base() + "/s/1/dashboard" + path);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%d px, %s", width, path)
            .isEqualTo(width);
      }
      page.navigate(server.base() + "/s/1/dashboard?cal=2026-10");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      help(page);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      page.context().close();
    }
    nothingWentWrong();
  }

  @Test
  void axeFindsNothingToComplainAbout() throws Exception {
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(390, 1440)) {
        Page page = signedIn(width, theme);
        judge(page, "dashboard " + theme + " " + width);
        page.locator(".as-table summary").click();
        page.navigate(server.base() + "/s/1/dashboard?cal=2026-10");
        judge(page, "date picker " + theme + " " + width);
        page.navigate(server.base() + "/s/1/dashboard?date=last7#side");
        judge(page, "side bar " + theme + " " + width);
        help(page);
        judge(page, "help " + theme + " " + width);
        reader.hits = false;
        page.navigate(server.base() + "/s/1/dashboard");
        judge(page, "first run " + theme + " " + width);
        reader.hits = true;
        page.context().clearCookies();
        page.navigate(server.base() + "/login");
        judge(page, "sign in " + theme + " " + width);
        page.context().close();
      }
    }
    nothingWentWrong();
  }

  /** The page about the API, with everything on it open. */
  private void help(Page page) {
    page.navigate(server.base() + "/help/api");
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
  }

  private static void judge(Page page, String what) throws Exception {
    Object unused = page.evaluate(Files.readString(AXE));
    Object found =
        page.evaluate(
            "async () => (await axe.run()).violations.map("
                + "v => v.id + ' ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))");
    assertThat((List<?>) found).as(what).isEmpty();
  }

  @Test
  void keysMoveThePeriodAndTheChartReadsItsValues() {
    Page page = signedIn(1440, ColorScheme.LIGHT);

    page.keyboard().press("Tab");
    assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to content");
    page.locator(".stage").focus();
    page.keyboard().press("End");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("[aria-live]").textContent()).startsWith("Sun 22 Nov: ");
    assertThat(page.locator(".tip").count()).isEqualTo(1);
    page.keyboard().press("Escape");
    assertThat(page.locator(".tip").count()).isZero();
    page.keyboard().press("[");
    page.waitForURL("**date=2026-09-29..2026-10-26");
    page.keyboard().press("7");
    page.waitForURL("**date=last7");
    page.keyboard().press("t");
    page.waitForURL("**date=today");
    nothingWentWrong();
  }

  @Test
  void shortcutKeysCanBeSwitchedOff() {
    Page page = signedIn(1440, ColorScheme.LIGHT);
    page.locator("button[name=keys]").click();
    page.waitForLoadState();
    page.keyboard().press("t");
    assertThat(page.locator("button[name=keys]").getAttribute("aria-pressed")).isEqualTo("false");
    assertThat(page.url()).endsWith("/s/1/dashboard");
    nothingWentWrong();
  }

  @Test
  void aMenuClosesByEscapeAndByAClickElsewhere() {
    Page page = signedIn(1440, ColorScheme.LIGHT);
    Locator dates = page.locator("#dates");
    page.locator("#dates summary").click();
    assertThat(dates.getAttribute("open")).isNotNull();
    page.keyboard().press("Escape");
    assertThat(dates.getAttribute("open")).isNull();
    page.locator("#dates summary").click();
    page.locator(".fresh").click();
    assertThat(dates.getAttribute("open")).isNull();
    nothingWentWrong();
  }

  @Test
  void everythingWorksWithoutAScript() {
    BrowserContext profile = chromium.withoutScripts();
    Page page = chromium.page(profile, server.base());
    page.navigate(server.base() + "/s/1/dashboard?date=last7");
    page.fill("#login", "agathe");
    page.fill("#password", PASSWORD);
    page.locator("button.full").click();
    page.waitForURL("**/s/1/dashboard?date=last7");
    page.locator("#dates summary").click();
    page.locator("a[aria-label='Earlier months']:visible").first().click();
    page.waitForURL("**cal=2026-09");
    page.locator("a[aria-label='Wed 2 Sep 2026']").click();
    page.waitForURL("**date=2026-09-02");
    page.locator("#dates summary").click();
    page.fill("input[name=from]", "2026-10-01");
    page.fill("input[type=date][name=to]", "2026-10-14");
    page.locator("#dates form button").click();
    page.waitForURL("**date=2026-10-01..2026-10-14");
    page.locator("button[value=dark]").click();
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    page.locator("text=Sign out").click();
    page.waitForURL("**/login");
    nothingWentWrong();
  }

  @Test
  void theFirstRunPageNoticesTheFirstHit() {
    reader.hits = false;
    Page page = signedIn(1440, ColorScheme.LIGHT);
    assertThat(page.locator("[data-seen]").isVisible()).isFalse();
    reader.hits = true;
    page.locator("[data-seen]").waitFor();
    assertThat(page.locator("h1").textContent()).isEqualTo("It works: the first visit is here");
    assertThat(page.locator("[data-poll]").isVisible()).isFalse();
    nothingWentWrong();
  }
}
