package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.app.App;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.testing.Await;
import org.footfall.testing.Chromium;
import org.footfall.testing.Configuration;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a page in a browser that sends hits to the page in a browser that shows them. */
@Tag("system")
class DashboardBrowserIT {
  private static final String PASSWORD = "a long password";

  @TempDir private Path folder;
  private Database database;
  private App app;
  private HttpServer shop;
  private Chromium chromium;
  private volatile String tag = "";

  @BeforeEach
  void start() throws Exception {
    DatabaseConfig schema = TestDatabase.emptySchema();
    app = App.start(Configuration.write(folder, schema, 0, ""));
    database = new Database(schema);
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext("/", this::page);
    shop.start();
    LocalChanges changes = new LocalChanges();
    Clock clock = Clock.systemUTC();
    new Accounts(new AccountStore(database), clock, changes)
        .add("agathe", "agathe@openlarder.example", PASSWORD, true);
    SiteStore sites = new SiteStore(database, clock, changes);
    while (sites.all().size() < 1) {
      sites.add(NewSite.website("Shop", shopAddress(), ZoneId.of("Europe/Paris"), Instant.now()));
    }
    chromium = new Chromium();
  }

  @AfterEach
  void stop() {
    chromium.close();
    shop.stop(0);
    app.close();
    database.close();
  }

  private String shopAddress() {
    return "http://127.0.0.1:" + shop.getAddress().getPort();
  }

  /**
   * The shop's pages: the title is the path, and what the first-run page said to paste is in it.
   */
  private void page(HttpExchange exchange) throws IOException {
    String html =
        "<!doctype html><html><head><title>Shop "
            + exchange.getRequestURI().getPath()
            + "</title><link rel=icon href='data:,'>"
            + tag
            + "</head><body><a href='/tea'>Tea</a></body></html>";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void thePastedCodeSendsHitsThatTheDashboardShows() {
    String footfall = "http://localhost:" + app.port();
    Await.until("the door knows the site", () -> knows(footfall));
    BrowserContext analyst = chromium.profile(1440, ColorScheme.LIGHT);
    Page pages = chromium.page(analyst, footfall);
    pages.navigate(footfall + "/");
    pages.fill("#login", "agathe");
    pages.fill("#password", PASSWORD);
    pages.press("#password", "Enter");
    pages.waitForURL("**/s/1/dashboard");
    tag = pages.locator("[data-copy]").textContent();

    BrowserContext visitor = chromium.profile(390, ColorScheme.LIGHT);
    Page visit = chromium.page(visitor, shopAddress(), footfall);
    visit.navigate(shopAddress() + "/");
    visit.locator("a").click();
    visit.waitForURL("**/tea");

    pages.locator("[data-seen] a").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    pages.locator("[data-seen] a").click();
    pages.waitForURL("**date=today");
    reloadUntil(pages, "Page views", "2");
    assertThat(figure(pages, "Visits")).isEqualTo("1");
    assertThat(pages.locator(".bars").first().textContent()).contains("/tea");
    assertThat(pages.locator("[role=img]").first().getAttribute("aria-label"))
        .contains("Visits by hour");
    assertThat(chromium.complaints).isEmpty();
    assertThat(chromium.strangers).isEmpty();
  }

  /** The door renews what it knows of sites every few seconds. */
  private static boolean knows(String footfall) throws IOException {
    URI hit = URI.create(footfall + "/matomo.php?idsite=1&rec=0");
    HttpURLConnection connection = (HttpURLConnection) hit.toURL().openConnection();
    return connection.getResponseCode() == 200;
  }

  private static String figure(Page page, String title) {
    return page.locator(".figure", new Page.LocatorOptions().setHasText(title))
        .locator(".value")
        .textContent();
  }

  /** Both hits travel at their own time. */
  private static void reloadUntil(Page page, String title, String value) {
    for (int i = 0; i < 60 && !figure(page, title).equals(value); i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(figure(page, title)).isEqualTo(value);
  }
}
