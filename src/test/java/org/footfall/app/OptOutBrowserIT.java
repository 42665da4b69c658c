package org.footfall.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.footfall.site.InstanceSetting;
import org.footfall.tag.EarlierParts;
import org.footfall.tag.OptOutCode;
import org.footfall.tag.OptOutStyle;
import org.footfall.tag.TagFiles;
import org.footfall.testing.Chromium;
import org.footfall.tracking.Snapshots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The opt-out form in the pages of others, as visitors use it. */
@Tag("system")
class OptOutBrowserIT {
  private static final String SHOP = "http://shop.example/privacy";
  private static final String COUNTED = "Your visits are counted.";
  private static final String NOT_COUNTED = "Your visits are not counted.";

  private static Chromium chromium;

  private final Snapshots snapshots = new Snapshots();
  private PageServer server;
  private BrowserContext profile;

  @BeforeAll
  static void open() {
    chromium = Chromium.forMadeUpPages();
  }

  @AfterAll
  static void shut() {
    chromium.close();
  }

  @BeforeEach
  void start() throws Exception {
    server = new PageServer("", snapshots, TagFiles.load(), EarlierParts.none());
    profile = chromium.profile(new Browser.NewContextOptions());
    chromium.complaints.clear();
  }

  @AfterEach
  void stop() throws Exception {
    profile.close();
    server.close();
  }

  @Test
  void withoutATrackerTheChoiceIsKeptByItsCookie() {
    Page page = shop(script("&fontSize=20px"), "script-src " + server.base());
    Locator check = page.locator("#matomo-opt-out input");
    assertThat(check).isChecked();
    assertThat(status(page)).hasText(COUNTED);
    assertThat(page.locator("#matomo-opt-out")).hasCSS("font-size", "20px");
    page.getByText("Count my visits").click();
    assertThat(status(page)).hasText(NOT_COUNTED);
    assertThat((String) page.evaluate("document.cookie")).matches("mtm_consent_removed=\\d{13}");
    page.reload();
    assertThat(check).not().isChecked();
    assertThat(status(page)).hasText(NOT_COUNTED);
    page.getByText("Count my visits").click();
    assertThat(status(page)).hasText(COUNTED);
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void theTrackerOfThePageKeepsTheChoice() {
    String tag =
        """
        <script>
        var _paq = window._paq = [['trackPageView'], ['setSiteId', '1'],
          ['setTrackerUrl', '%1$s/matomo.php']];
        </script><script async src="%1$s/matomo.js"></script>
        """
            .formatted(server.base());
    Page page = shop(tag + script("&useCookiesIfNoTracker=0"), "");
    assertThat(status(page)).hasText(COUNTED);
    page.getByText("Count my visits").click();
    assertThat(status(page)).hasText(NOT_COUNTED);
    assertThat(page.evaluate("Matomo.getAsyncTracker().isUserOptedOut()")).isEqualTo(true);
    page.reload();
    assertThat(status(page)).hasText(NOT_COUNTED);
    page.getByText("Count my visits").click();
    assertThat(status(page)).hasText(COUNTED);
    assertThat(page.evaluate("Matomo.getAsyncTracker().isUserOptedOut()")).isEqualTo(false);
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whereNothingCountsThereIsNothingToChoose() {
    Page page = shop(script("&useCookiesIfNoTracker=0"), "");
    assertThat(page.locator("#matomo-opt-out")).containsText("nothing to choose");
    assertThat(page.locator("#matomo-opt-out input")).hasCount(0);
  }

  @Test
  void theSelfContainedCodeNeedsNoServer() throws Exception {
    server.close();
    Page page =
        shop(OptOutCode.selfContained(false, OptOutStyle.NONE), "script-src 'unsafe-inline'");
    assertThat(status(page)).hasText(COUNTED);
    page.getByText("Count my visits").click();
    assertThat(status(page)).hasText(NOT_COUNTED);
    assertThat(page.locator("#matomo-opt-out p")).hasCount(2);
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whoSendsASignalThatIsRespectedIsTold() {
    snapshots.with(InstanceSetting.GLOBAL_PRIVACY_CONTROL, "1");
    profile.addInitScript(
        "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})");
    assertThat(status(shop(script(""), ""))).containsText("Your browser asks web sites not to");
  }

  @Test
  void theFramedPageWorksWithoutScripts() {
    profile.close();
    profile = chromium.withoutScripts();
    String address =
        server.base() + "/index.php?module=CoreAdminHome&action=optOut&backgroundColor=FFEEDD";
    Page page = page(server.base() + "/privacy", "<iframe src='" + address + "'></iframe>", "");
    FrameLocator frame = page.frameLocator("iframe");
    assertThat(frame.locator("body")).hasCSS("background-color", "rgb(255, 238, 221)");
    assertThat(frame.locator("[role=status]")).hasText(COUNTED);
    frame.getByText("Do not count my visits").click();
    assertThat(frame.locator("[role=status]")).hasText(NOT_COUNTED);
    page.reload();
    assertThat(frame.locator("[role=status]")).hasText(NOT_COUNTED);
    frame.getByText("Count my visits again").click();
    assertThat(frame.locator("[role=status]")).hasText(COUNTED);
    assertThat(profile.cookies()).isEmpty();
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aBrowserThatKeepsNoCookiesOfOthersIsToldSo() {
    String address = server.base() + "/index.php?module=CoreAdminHome&action=optOut";
    FrameLocator frame = shop("<iframe src='" + address + "'></iframe>", "").frameLocator("iframe");
    frame.getByText("Do not count my visits").click();
    assertThat(frame.locator("[role=status]")).containsText("does not keep cookies here");
  }

  private String script(String more) {
    return "<div id='matomo-opt-out'></div><script src='"
        + server.base()
        + "/index.php?module=CoreAdminHome&action=optOutJS"
        + more
        + "'></script>";
  }

  private Page shop(String body, String policy) {
    return page(SHOP, body, policy);
  }

  private Page page(String address, String body, String policy) {
    Page page = chromium.page(profile, "");
    page.setDefaultTimeout(10_000);
    page.route(
        address,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setHeaders(Map.of("Content-Security-Policy", policy))
                    .setBody(
                        "<!doctype html><title>Shop</title><link rel=icon href='data:,'>" + body)));
    page.navigate(address);
    return page;
  }

  private static Locator status(Page page) {
    return page.locator("#matomo-opt-out [role=status]");
  }
}
