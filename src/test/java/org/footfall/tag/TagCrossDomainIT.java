package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.testing.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors on their way from one domain of an owner, one.test, to the other, two.test. */
@Tag("system")
class TagCrossDomainIT extends OnStage {
  private static final String LINKING =
      "_paq.push(['setDomains', ['one.test', 'two.test']], ['enableCrossDomainLinking']);";
  private static final String PASS = "Matomo.getAsyncTracker().getCrossDomainLinkingUrlParameter()";
  private static final Pattern PARTS = Pattern.compile("pk_vid=(.{16})(\\d+)(.{6})");

  /** A page of one.test when the part that links is there. */
  private Page openLinking(String path) {
    Page page = openAt(address("one.test", path));
    page.waitForFunction(Stage.READY);
    page.waitForFunction(PASS);
    return page;
  }

  /** The address of the link after it was used. */
  private static String used(Page page, String link) {
    page.evaluate(
        "link => { const one = document.querySelector(link);"
            + " one.onclick = () => false; one.click(); }",
        link);
    return (String) page.evaluate("link => document.querySelector(link).href", link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"click", "middle button", "keyboard", "context menu"})
  void aVisitorWhoCrossesStaysTheSame(String way) {
    write("/a", LINKING + VIEW, "<a href='" + address("two.test", "/b?x=1#top") + "'>On</a>");
    write("/b", LINKING + VIEW, "");
    Page page = openLinking("/a");
    Hit first = take("url~.*/a _idn=1");
    Page second =
        switch (way) {
          case "middle button" ->
              profile.waitForPage(
                  () -> page.click("a", new Page.ClickOptions().setButton(MouseButton.MIDDLE)));
          case "context menu" -> {
            page.click("a", new Page.ClickOptions().setButton(MouseButton.RIGHT));
            String copied = page.locator("a").evaluate("a => a.href").toString();
            page.navigate(copied, new Page.NavigateOptions().setReferer(page.url()));
            yield page;
          }
          case "keyboard" -> {
            page.focus("a");
            page.keyboard().press("Enter");
            yield page;
          }
          default -> {
            page.click("a");
            yield page;
          }
        };
    Hit other = take("url~.*/b.*");
    assertThat(other.value("_id")).hasSize(16).isEqualTo(first.value("_id"));
    assertThat(other.value("url"))
        .matches(".*/b\\?x=1&pk_vid=" + first.value("_id") + "\\d{10}[0-9a-f]{6}#top");
    second.waitForURL("**/b**");
    second.navigate(address("two.test", "/b?later"));
    Hit later = take("url~.*later");
    assertThat(later.value("_id")).as("its cookie").isEqualTo(first.value("_id"));
    assertThat(later.value("_idn")).isEqualTo("0");
    assertThat(chromium.complaints).isEmpty();
  }

  /**
   * What becomes of a pass: its age in seconds, what is changed in it and after which time the page
   * wants it no more.
   */
  @ParameterizedTest
  @CsvSource({
    "   0,           ,     , taken",
    " 170,           ,     , taken",
    " 190,           ,     , refused",
    " 190,           ,  600, taken",
    " 610,           ,  600, refused",
    "9999,           ,    0, taken",
    " -60,           ,     , refused",
    "   0, browser   ,     , refused",
    "   0, upper case,     , refused",
    "   0, longer    ,     , refused",
    "   0, shorter   ,     , refused",
  })
  void aPassIsTakenInTime(long age, String change, String timeout, String end) {
    write("/a", LINKING + VIEW, "");
    String wanted =
        timeout == null ? "" : "_paq.push(['setCrossDomainLinkingTimeout', " + timeout + "]);";
    write("/b", LINKING + wanted + VIEW, "");
    Page page = openLinking("/a");
    String id = take("url~.*/a").value("_id");
    Matcher parts = PARTS.matcher((String) page.evaluate(PASS));
    assertThat(parts.matches()).isTrue();
    String pass = id + (Long.parseLong(parts.group(2)) - age) + parts.group(3);
    String changed =
        switch (change == null ? "" : change) {
          case "browser" -> pass.substring(0, pass.length() - 1) + (pass.endsWith("0") ? "1" : "0");
          case "upper case" -> "ABCDEF" + pass.substring(6);
          case "longer" -> "0" + pass;
          case "shorter" -> pass.substring(1);
          default -> pass;
        };
    page.navigate(address("two.test", "/b?pk_vid=" + changed));
    Hit other = take("url~.*/b.*");
    if (end.equals("taken")) {
      assertThat(other.value("_id")).isEqualTo(id);
    } else {
      assertThat(other.value("_id")).matches("[0-9a-f]{16}").isNotEqualTo(id);
    }
  }

  @Test
  void aPassIsOfNoUseInAnotherBrowser() {
    write("/a", LINKING + VIEW, "");
    write("/b", LINKING + VIEW, "");
    Page page = openLinking("/a");
    String id = take("url~.*/a").value("_id");
    String pass = (String) page.evaluate(PASS);
    try (BrowserContext other =
        chromium.profile(new Browser.NewContextOptions().setUserAgent("Other/1.0"))) {
      chromium.page(other, "").navigate(address("two.test", "/b?" + pass));
      assertThat(take("url~.*/b.*").value("_id")).matches("[0-9a-f]{16}").isNotEqualTo(id);
    }
  }

  @Test
  void onlyPagesOfTheOwnerGetAPass() {
    String elsewhere = address("maker.test", "/x");
    write(
        "/a",
        LINKING + "_paq.push(['enableLinkTracking']);" + VIEW,
        "<a id='own' href='b'>own</a>"
            + "<a id='other' href='%s'>other</a>".formatted(address("two.test", "/b"))
            + "<a id='file' href='%s'>file</a>".formatted(address("two.test", "/b.pdf"))
            + "<a id='kept' download href='%s'>kept</a>".formatted(address("two.test", "/k"))
            + "<a id='maker' href='%s'>maker</a>".formatted(elsewhere)
            + "<a id='mail' href='mailto:two.test'>mail</a>");
    Page page = openLinking("/a");
    take("url~.*/a action_name=Shop");
    assertThat(used(page, "#other")).contains("?pk_vid=");
    assertThat(used(page, "#own")).endsWith("/b");
    assertThat(used(page, "#maker")).isEqualTo(elsewhere);
    assertThat(used(page, "#mail")).isEqualTo("mailto:two.test");
    assertThat(used(page, "#file")).endsWith("/b.pdf");
    assertThat(used(page, "#kept")).endsWith("/k");
    take("link=" + elsewhere);
    take("download=" + address("two.test", "/b.pdf"));
    take("download=" + address("two.test", "/k"));
    assertThat(rest()).isEmpty();
  }

  @Test
  void withoutConsentNobodyGetsAPass() {
    write(
        "/a",
        "_paq.push(['requireConsent']);" + LINKING + VIEW,
        "<a href='" + address("two.test", "/b") + "'>On</a>");
    Page page = openAt(address("one.test", "/a"));
    page.waitForFunction("() => " + PASS + " !== undefined");
    assertThat(used(page, "a")).endsWith("/b");
    page.evaluate("_paq.push(['setConsentGiven'])");
    take("url~.*/a consent=1");
    page.waitForFunction(PASS);
    assertThat(used(page, "a")).contains("?pk_vid=");
  }

  @Test
  void aTrackerOfItsOwnLinks() {
    write("/a", "", "<a href='" + address("two.test", "/b") + "'>On</a>");
    Page page = openAt(address("one.test", "/a"));
    page.evaluate(
        "folder => { window.own = Matomo.getTracker(folder + '/matomo.php', 5);"
            + " own.setCookieNamePrefix('_own_'); own.setDomains(['one.test', 'two.test']);"
            + " own.enableCrossDomainLinking(); own.trackPageView(); }",
        folder);
    Hit own = take("idsite=5");
    page.waitForFunction("own.getCrossDomainLinkingUrlParameter()");
    assertThat(used(page, "a")).contains("?pk_vid=" + own.value("_id"));
  }

  /** The page's address says that somebody crossed, so the first request waits for the part. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsDisabledBeforeThePartIsThereStaysDisabled(boolean disabled) {
    write("/a", LINKING + VIEW, "");
    Page first = openLinking("/a");
    String id = take("url~.*/a").value("_id");
    String pass = (String) first.evaluate(PASS);
    write("/b", LINKING + VIEW, "<a href='" + address("one.test", "/a") + "'>Back</a>");
    List<Route> held = new ArrayList<>();
    Page page = blank();
    page.route("**/*part=*", held::add);
    page.navigate(
        address("two.test", "/b?" + pass),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForFunction(Stage.READY);
    if (disabled) {
      page.evaluate("_paq.push(['disableCrossDomainLinking'])");
    }
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(rest()).isEmpty();
    held.get(0).resume();
    page.waitForFunction(PASS);
    String enabled = "Matomo.getAsyncTracker().isCrossDomainLinkingEnabled()";
    assertThat(page.evaluate(enabled)).isEqualTo(!disabled);
    assertThat(take("url~.*/b.*").value("_id").equals(id)).isEqualTo(!disabled);
    assertThat(used(page, "a").contains("pk_vid")).isEqualTo(!disabled);
    page.evaluate("_paq.push(['enableCrossDomainLinking'])");
    assertThat(page.evaluate(enabled)).isEqualTo(true);
    Await.until("the link has a pass", 5, () -> used(page, "a").contains("pk_vid"));
  }
}
