package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.MouseButton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.testing.Await;
import org.footfall.testing.Chromium;

/** Where scenarios are played: a browser and a site, with a profile and a folder for each. */
final class Stage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Either tag replaces the queue by something of its own. */
  static final String READY =
      "() => window._paq && !Array.isArray(_paq) && (!window.Matomo || Matomo.initialized)";

  /** As if another tab came before the page's; browsers without windows have none in front. */
  static final String HIDE =
      "() => { Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
          + " Object.defineProperty(document, 'visibilityState',"
          + " {value: 'hidden', configurable: true});"
          + " document.dispatchEvent(new Event('visibilitychange', {bubbles: true})); }";

  /** And away again. */
  static final String SHOW =
      "() => { delete document.hidden; delete document.visibilityState;"
          + " document.dispatchEvent(new Event('visibilitychange', {bubbles: true})); }";

  private static final Pattern ELSEWHERE = Pattern.compile("(|https:)//([^/]+)(/.*)");
  private static final Pattern AGO = Pattern.compile("\\{ago:(\\d+)}");
  private static final int SLACK_SECONDS = 10;

  final Chromium chromium = new Chromium();
  final TaggedSite site;
  private final String tag;
  private final Page page =
      page(chromium.profile(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)));
  private long start;
  private int folders;

  /**
   * @param tag the file that pages load
   */
  Stage(String tag) {
    this(tag, new TaggedSite());
  }

  Stage(String tag, TaggedSite site) {
    this.tag = tag;
    this.site = site;
  }

  /** A name that no other test has. */
  String folder() {
    return "/" + ++folders;
  }

  /** A page with the usual tag of which the script is a part. */
  static String html(String folder, String script, String tag, String body) {
    return """
    <!doctype html><html><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
    <script>
    var _paq = window._paq = window._paq || [];
    _paq.push(['setTrackerUrl', '%s/matomo.php']);
    _paq.push(['setSiteId', '1']);
    %s
    </script><script async src="/%s"></script></head><body>%s</body></html>
    """
        .formatted(folder, script, tag, body);
  }

  private Page page(BrowserContext profile) {
    Page page = chromium.page(profile, "");
    page.setDefaultTimeout(10_000);
    return page;
  }

  void play(Scenario scenario) {
    start = Instant.now().getEpochSecond();
    String folder = folder();
    String address = scenario.address().split(" ")[0];
    String from = scenario.address().substring(address.length()).strip();
    Matcher elsewhere = ELSEWHERE.matcher(address);
    String origin = site.address();
    String host = "127.0.0.1";
    if (elsewhere.matches()) {
      host = elsewhere.group(2);
      origin = elsewhere.group(1).isEmpty() ? site.address(host) : site.secretAddress(host);
      address = elsewhere.group(3);
    }
    String html = html(folder, scenario.script(), tag, scenario.html());
    site.page(folder + "/page", filled(html, origin, folder));
    chromium.complaints.clear();
    BrowserContext profile = page.context();
    profile.clearCookies();
    if (!scenario.before().isEmpty()) {
      profile = chromium.profile(new Browser.NewContextOptions());
      profile.addInitScript(scenario.before());
    }
    for (String cookie : scenario.brought()) {
      int space = cookie.indexOf(' ');
      String name = cookie.substring(0, space).replace("####", hash(host + "/"));
      profile.addCookies(
          List.of(
              new Cookie(name, filled(cookie.substring(space + 1), origin, folder))
                  .setDomain(host)
                  .setPath("/")));
    }
    Page shown = scenario.before().isEmpty() ? page : page(profile);
    Page.NavigateOptions options = new Page.NavigateOptions();
    shown.navigate(origin + folder + address, from.isEmpty() ? options : options.setReferer(from));
    shown.waitForFunction(READY);
    for (String step : scenario.steps()) {
      take(filled(step, origin, folder), folder, shown);
    }
    shown.navigate("about:blank");
    if (shown != page) {
      profile.close();
    }
    assertThat(site.hits(folder)).as("requests too many").isEmpty();
    for (String words : scenario.words()) {
      assertThat(chromium.complaints).as("console").anyMatch(said -> said.contains(words));
      chromium.complaints.removeIf(said -> said.contains(words));
    }
    assertThat(chromium.complaints).as("console").isEmpty();
  }

  private String filled(String text, String origin, String folder) {
    String places =
        text.replace("{origin}", origin)
            .replace("{base}", origin + folder)
            .replace("{folder}", folder);
    return AGO.matcher(places)
        .replaceAll(ago -> Long.toString(start - Long.parseLong(ago.group(1))));
  }

  private void take(String step, String folder, Page page) {
    String text = step.substring(1).strip();
    switch (step.charAt(0)) {
      case '>' -> sound(site.take(folder, text, Wanted.of(text)));
      case '+' -> page.evaluate("() => {" + text + "}");
      case '?' -> ask(page, text);
      case '*' -> cookie(page, text);
      default -> act(page, text, folder);
    }
  }

  /** What holds for each request, whatever it is about. */
  private void sound(Hit hit) {
    assertThat(hit.value("idsite")).isNotEmpty();
    assertThat(hit.value("rec")).isEqualTo("1");
    if (!tag.contains("lite")) {
      assertThat(hit.value("r")).matches("\\d{6}");
      assertThat(hit.value("h")).matches("\\d{1,2}");
      assertThat(hit.value("m")).matches("\\d{1,2}");
      assertThat(hit.value("s")).matches("\\d{1,2}");
    }
    assertThat(hit.value("send_image")).isEqualTo(hit.how().contains("GET") ? "1" : "0");
    assertThat(hit.parameters())
        .as("strange values")
        .allSatisfy(
            (name, value) ->
                assertThat(value)
                    .as(name)
                    .doesNotContain("AND AGAIN", "undefined", "NaN", "[object"));
  }

  private static void ask(Page page, String text) {
    int arrow = text.lastIndexOf("=>");
    String wanted = text.substring(arrow + 2).strip();
    String expression = text.substring(0, arrow);
    String script =
        "async () => { const tracker = window.Matomo && Matomo.getAsyncTracker(); const value = await ("
            + expression
            + "); return value === undefined ? 'undefined' : JSON.stringify(value); }";
    String[] last = {""};
    try {
      Await.until(
          expression + " is " + wanted,
          5,
          () -> {
            last[0] = (String) page.evaluate(script);
            return wanted.startsWith("~")
                ? Pattern.compile(wanted.substring(1)).matcher(last[0]).matches()
                : last[0].equals(wanted)
                    || (!"undefined".equals(last[0])
                        && !"undefined".equals(wanted)
                        && JSON.readTree(last[0]).equals(JSON.readTree(wanted)));
          });
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + ", it is " + last[0], e);
    }
  }

  private static void cookie(Page page, String text) {
    List<String> words = List.of(text.split("\\s+"));
    String name = words.get(0).replace("####", hash(page));
    if (name.startsWith("-")) {
      Await.until(
          "there is no cookie " + name.substring(1),
          5,
          () ->
              page.context().cookies().stream()
                  .noneMatch(cookie -> cookie.name.startsWith(name.substring(1))));
      return;
    }
    try {
      Await.until(
          "cookie " + text,
          5,
          () ->
              page.context().cookies().stream()
                  .anyMatch(cookie -> cookie.name.equals(name) && fits(cookie, words)));
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage()
              + " for "
              + name
              + ", but\n"
              + page.context().cookies().stream().map(Stage::text).toList(),
          e);
    }
  }

  private static boolean fits(Cookie cookie, List<String> words) {
    String value = words.get(1);
    boolean same =
        value.startsWith("~")
            ? Pattern.compile(value.substring(1)).matcher(cookie.value).matches()
            : cookie.value.equals(value);
    double life = cookie.expires - Instant.now().getEpochSecond();
    double wanted = Double.parseDouble(words.get(2));
    return same
        && Math.abs(life - wanted) < SLACK_SECONDS
        && String.valueOf(cookie.sameSite).toLowerCase(Locale.ROOT).equals(words.get(3))
        && cookie.path.equals(words.get(4))
        && !cookie.httpOnly
        && cookie.secure == words.contains("secure");
  }

  static String text(Cookie cookie) {
    return "%s=%s life %.0f %s %s%s of %s"
        .formatted(
            cookie.name,
            cookie.value,
            cookie.expires - Instant.now().getEpochSecond(),
            cookie.sameSite,
            cookie.path,
            cookie.secure ? " secure" : "",
            cookie.domain);
  }

  /** The four digits in names of cookies. */
  private static String hash(Page page) {
    String place =
        (String)
            page.evaluate(
                "() => { const t = window.Matomo && Matomo.getAsyncTracker();"
                    + " return (t && t.getCookieDomain() || location.hostname)"
                    + " + (t && t.getCookiePath() || '/'); }");
    return hash(place);
  }

  static String hash(String domainAndPath) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(domainAndPath.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void act(Page page, String text, String folder) {
    int space = text.indexOf(' ');
    String what = text.substring(0, space);
    String where = text.substring(space + 1);
    switch (what) {
      case "click" -> page.click(where);
      case "middle" -> page.click(where, new Page.ClickOptions().setButton(MouseButton.MIDDLE));
      case "context" -> page.click(where, new Page.ClickOptions().setButton(MouseButton.RIGHT));
      case "leave" -> page.navigate("about:blank");
      case "go" -> {
        Matcher elsewhere = ELSEWHERE.matcher(where);
        page.navigate(
            elsewhere.matches()
                ? site.address(elsewhere.group(2)) + folder + elsewhere.group(3)
                : site.address() + folder + where);
        page.waitForFunction(READY);
      }
      default -> throw new IllegalArgumentException(text);
    }
  }

  @Override
  public void close() {
    try {
      chromium.close();
    } finally {
      site.close();
    }
  }
}
