package org.footfall.tag;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.footfall.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The three forms of the opt-out, in a browser, and that each is obeyed. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagOptOutIT {
  private static final String BOX = "#matomo-opt-out input";
  private static final String FORM = "/index.php?module=CoreAdminHome&action=optOut";

  private RunningFootfall footfall;
  private Stage stage;
  private String folder;

  @BeforeAll
  void start(@TempDir Path files) throws Exception {
    footfall = new RunningFootfall(files);
    stage = new Stage("matomo.js", new TaggedSite(footfall.address()));
  }

  @BeforeEach
  void clear() {
    folder = stage.folder();
    stage.chromium.complaints.clear();
  }

  @AfterAll
  void stop() {
    stage.close();
    footfall.close();
  }

  private void take(String wanted) {
    Hit unused = stage.site.take(folder, wanted, Wanted.of(wanted));
  }

  @Test
  void theScriptOfTheServer() {
    choosesOnAPageWith(
        "<div id='matomo-opt-out'></div><script src='"
            + footfall.address()
            + FORM
            + "JS'></script>");
  }

  @Test
  void theScriptThatNeedsNoServer() throws Exception {
    choosesOnAPageWith(
        footfall
            .answer(
                "CoreAdminHome.getOptOutSelfContainedEmbedCode",
                "backgroundColor=FFFFFF&fontColor=000000&fontSize=12px&fontFamily=Arial",
                "applyStyling=0&showIntro=1")
            .path("value")
            .asText());
  }

  private void choosesOnAPageWith(String form) {
    stage.site.page(
        folder + "/privacy",
        Stage.html(folder, "_paq.push(['trackPageView']);", "matomo.js", form));
    try (BrowserContext profile = stage.chromium.profile(new Browser.NewContextOptions())) {
      Page page = stage.chromium.page(profile, "");
      page.navigate(stage.site.address() + folder + "/privacy");
      take("action_name=Shop");
      assertThat(page.isChecked(BOX)).isTrue();
      page.uncheck(BOX);
      assertThat(profile.cookies())
          .extracting(cookie -> cookie.name)
          .containsExactly("mtm_consent_removed");
      page.evaluate("_paq.push(['trackEvent', 'never', 'x'])");
      page.reload();
      page.waitForSelector(BOX);
      assertThat(page.isChecked(BOX)).isFalse();
      page.check(BOX);
      assertThat(profile.cookies())
          .extracting(cookie -> cookie.name)
          .doesNotContain("mtm_consent_removed");
      page.evaluate("_paq.push(['trackEvent', 'again', 'x'])");
      take("e_c=again");
    }
    assertThat(stage.site.hits(folder)).isEmpty();
    assertThat(stage.chromium.complaints).isEmpty();
  }

  /** Without a script; the server leaves out who carries its cookie. */
  @Test
  void theFormOfTheServer() throws Exception {
    String tracker = footfall.address() + "/matomo.php";
    stage.site.page(
        folder + "/shop",
        Stage.html(
                folder,
                "_paq.push(['trackPageView', 'Here']);",
                "matomo.js",
                "<iframe src='" + footfall.address() + FORM + "'></iframe>")
            .replace(folder + "/matomo.php", tracker));
    String shop = stage.site.address("localhost") + folder + "/shop";
    try (BrowserContext leaves = stage.chromium.profile(new Browser.NewContextOptions());
        BrowserContext stays = stage.chromium.profile(new Browser.NewContextOptions())) {
      Page page = stage.chromium.page(leaves, "");
      page.navigate(footfall.address() + FORM);
      page.click("button");
      page.waitForURL("**&chosen=*");
      assertThat(leaves.cookies()).extracting(cookie -> cookie.name).contains("matomo_ignore");
      page.waitForRequest(request -> request.url().contains("Here"), () -> page.navigate(shop));
      Page other = stage.chromium.page(stays, "");
      other.waitForRequest(request -> request.url().contains("Here"), () -> other.navigate(shop));
      Await.until(
          "the visitor who stayed is counted",
          () -> {
            footfall.process();
            return hits("Here") > 0;
          });
    }
    assertThat(hits("Here")).as("the other came first, so was looked at, too").isEqualTo(1);
  }

  /**
   * In the frame of another site, as most use it, and in a browser that lets such frames keep
   * cookies only for each site apart.
   */
  @Test
  void theFormOfTheServerInAFrameOfAnotherSite() throws Exception {
    String stats = stage.site.secretAddress("stats.test");
    String title = "Shop" + folder;
    stage.site.page(
        folder + "/shop",
        Stage.html(
                folder,
                "_paq.push(['trackPageView', '" + title + " of ' + location.hostname]);",
                "matomo.js",
                "<iframe src='" + stats + FORM + "'></iframe>")
            .replace("'" + folder + "/matomo.php", "'" + stats + folder + "/matomo.php"));
    try (BrowserContext leaves = secret();
        BrowserContext stays = secret()) {
      Page page = shop(leaves, "one.test");
      take("action_name~.*one\\.test");
      FrameLocator frame = page.frameLocator("iframe");
      List<String> set = new ArrayList<>();
      leaves.onResponse(
          response -> {
            if (response.request().method().equals("POST") && response.status() == 303) {
              response.headersArray().stream()
                  .filter(header -> header.name.equalsIgnoreCase("Set-Cookie"))
                  .forEach(header -> set.add(header.value));
            }
          });
      frame.getByText("Do not count my visits").click();
      assertThat(frame.locator("[role=status]")).hasText("Your visits are not counted.");
      assertThat(set)
          .hasSize(2)
          .allMatch(cookie -> cookie.contains("SameSite=None; Secure"))
          .anyMatch(cookie -> cookie.endsWith("; Partitioned"));
      assertThat(leaves.cookies())
          .filteredOn(cookie -> cookie.name.equals("matomo_ignore"))
          .hasSize(1)
          .allMatch(cookie -> cookie.secure && cookie.sameSite == SameSiteAttribute.NONE)
          .allMatch(cookie -> cookie.partitionKey.equals("https://one.test"));
      page.reload();
      take("action_name~.*one\\.test");
      assertThat(frame.locator("[role=status]")).hasText("Your visits are not counted.");
      Page other = shop(leaves, "two.test");
      take("action_name~.*two\\.test");
      assertThat(other.frameLocator("iframe").locator("[role=status]"))
          .hasText("Your visits are counted.");
      Page unused = shop(stays, "three.test");
      take("action_name~.*three\\.test");
      Await.until(
          "the visitor who stayed is counted",
          () -> {
            footfall.process();
            return hits(title + " of three.test") > 0;
          });
    }
    assertThat(hits(title + " of one.test")).as("only before the choice").isEqualTo(1);
    assertThat(hits(title + " of two.test")).as("where nobody chose").isEqualTo(1);
  }

  private BrowserContext secret() {
    return stage.chromium.profile(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
  }

  private Page shop(BrowserContext profile, String host) {
    Page page = stage.chromium.page(profile, "");
    page.navigate(stage.site.secretAddress(host) + folder + "/shop");
    return page;
  }

  private int hits(String title) throws Exception {
    for (JsonNode row : footfall.report("Actions.getPageTitles")) {
      if (row.path("label").asText().equals(title)) {
        return row.path("nb_hits").asInt();
      }
    }
    return 0;
  }
}
