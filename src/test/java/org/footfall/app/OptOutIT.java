package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.site.InstanceSetting;
import org.footfall.tracking.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The opt-out page and script, as pages of others have them. */
class OptOutIT {
  private static final String PAGE = "/index.php?module=CoreAdminHome&action=optOut";
  private static final String SCRIPT = "/index.php?module=CoreAdminHome&action=optOutJS";
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private static final String COUNTED = "Your visits are counted.";
  private static final String NOT_COUNTED = "Your visits are not counted.";
  private static final String OPTED_OUT = "matomo_ignore=ignore%3DKg%3D%3D";

  private final Snapshots snapshots = new Snapshots();
  private PageServer server;

  @BeforeEach
  void start() throws Exception {
    server = new PageServer("", snapshots);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void thePageMayBeFramedAndRunsNothing() throws Exception {
    HttpResponse<String> page = server.get(PAGE + "&language=de");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(page, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(page, "Content-Security-Policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self';"
                + " base-uri 'none'");
    assertThat(page.headers().map())
        .doesNotContainKeys("x-frame-options", "cross-origin-opener-policy", "set-cookie");
    assertThat(page.body())
        .contains(COUNTED, "This web site counts visits", "Do not count my visits")
        .doesNotContain("<script", "http:", "src=");
    assertThat(server.get(PAGE + "&showIntro=0").body())
        .contains(COUNTED)
        .doesNotContain("This web site counts visits");
  }

  @Test
  void theChoiceIsKeptInACookieAndCanBeTakenBack() throws Exception {
    HttpResponse<String> out = choose("out", "X-Forwarded-Proto", "https");
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(header(out, "Location")).isEqualTo("?module=CoreAdminHome&action=optOut&chosen=out");
    String cookie = OPTED_OUT + "; Max-Age=946080000; Path=/; HttpOnly; SameSite=None; Secure";
    assertThat(out.headers().allValues("Set-Cookie"))
        .containsExactly(cookie, cookie + "; Partitioned");
    HttpResponse<String> then = server.get(PAGE + "&chosen=out", "Cookie", "a=b; " + OPTED_OUT);
    assertThat(then.body())
        .contains(NOT_COUNTED, "Count my visits again")
        .doesNotContain("does not keep cookies");
    HttpResponse<String> in = choose("in", "X-Forwarded-Proto", "https", "Cookie", OPTED_OUT);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().allValues("Set-Cookie"))
        .hasSize(4)
        .allMatch(each -> each.contains("_ignore=; Max-Age=0; Path=/;"))
        .anyMatch(each -> each.startsWith("piwik_ignore="));
  }

  @Test
  void withoutHttpsTheCookieHoldsOnTheSameSite() throws Exception {
    assertThat(choose("out").headers().allValues("Set-Cookie"))
        .containsExactly(OPTED_OUT + "; Max-Age=946080000; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void whoseBrowserKeepsNoCookiesIsTold() throws Exception {
    assertThat(server.get(PAGE + "&chosen=out").body()).contains("does not keep cookies", COUNTED);
    assertThat(server.get(PAGE + "&chosen=in").body()).doesNotContain("does not keep cookies");
  }

  @Test
  void aFormFromElsewhereChangesNothing() throws Exception {
    String nonce = nonce(server.get(PAGE));
    List<HttpResponse<String>> refused = new ArrayList<>();
    refused.add(post("choice=out"));
    refused.add(post("choice=out&nonce="));
    refused.add(post("choice=out&nonce=1-" + "0".repeat(40)));
    refused.add(post("choice=out&nonce=" + nonce.replaceFirst("^\\d+", "99999999999")));
    refused.add(post("choice=out&nonce=" + "9".repeat(500)));
    refused.add(post("choice=other&nonce=" + nonce));
    refused.add(post("choice=out&nonce=" + nonce, "User-Agent", "another browser"));
    refused.add(post("choice=out&nonce=" + nonce, "X-Forwarded-For", "203.0.113.9"));
    refused.add(post("choice=out&nonce=" + nonce, "Sec-Fetch-Site", "cross-site"));
    refused.add(server.get(PAGE + "&choice=out&nonce=" + nonce));
    for (HttpResponse<String> answer : refused) {
      assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
      assertThat(answer.body()).contains(COUNTED);
    }
    assertThat(refused.get(0).statusCode()).isEqualTo(403);
    assertThat(refused.get(0).body()).contains("Please choose again");
    assertThat(post("choice=out&nonce=" + nonce, "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(303);
    server.clock.advance(Duration.ofHours(3));
    assertThat(post("choice=out&nonce=" + nonce).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherProcessOfTheInstallationKnowsTheForm() throws Exception {
    String nonce = nonce(server.get(PAGE));
    try (PageServer other = new PageServer("", new Snapshots())) {
      assertThat(other.send("POST", PAGE, "choice=out&nonce=" + nonce).statusCode()).isEqualTo(303);
    }
    Snapshots foreign = new Snapshots().with(InstanceSetting.SECRET, "11".repeat(32));
    try (PageServer other = new PageServer("", foreign)) {
      assertThat(other.send("POST", PAGE, "choice=out&nonce=" + nonce).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whoIsLeftOutAnywayIsTold() throws Exception {
    String said = "Your browser asks web sites not to track you";
    assertThat(server.get(PAGE, "DNT", "1", "Sec-GPC", "1").body()).doesNotContain(said);
    assertThat(server.get(SCRIPT).body()).contains("doNotTrack: false", "privacyControl: false");
    snapshots.with(InstanceSetting.DO_NOT_TRACK, "1");
    assertThat(server.get(PAGE, "DNT", "1").body()).contains(said);
    assertThat(server.get(PAGE, "Sec-GPC", "1").body()).doesNotContain(said);
    assertThat(server.get(SCRIPT).body()).contains("doNotTrack: true", "privacyControl: false");
    snapshots.with(InstanceSetting.GLOBAL_PRIVACY_CONTROL, "1");
    assertThat(server.get(PAGE, "Sec-GPC", "1").body()).contains(said);
    assertThat(server.get(SCRIPT).body()).contains("privacyControl: true");
  }

  @Test
  void stylesAreApplied() throws Exception {
    String styled =
        "&backgroundColor=FFEEDD&fontColor=123&fontSize=14px&fontFamily=Open%20Sans,%20Arial";
    assertThat(server.get(PAGE + styled).body())
        .contains(
            "background-color:#FFEEDD;color:#123;font-size:14px;font-family:Open Sans, Arial;");
    assertThat(server.get(SCRIPT + styled).body())
        .contains("background: '#FFEEDD'", "size: '14px'", "family: 'Open Sans, Arial'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backgroundColor|red;}</style><script>alert(1)</script>",
        "fontColor|expression(alert(1))",
        "fontSize|1px;background:url(//evil.example)",
        "fontFamily|x</style>",
        "divId|'});alert(1);({a:'",
        "divId|</script>",
        "language|<script>",
        "showIntro|<b>",
        "cookiePath|/;domain=evil.example",
        "cookieDomain|evil.example;x",
        "cookieSameSite|None;x",
        "useCookiesTimeout|1e9",
      })
  void hostileValuesAreRefusedAndNotRepeated(String name, String value) throws Exception {
    String query = "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    for (String address : List.of(PAGE, SCRIPT)) {
      HttpResponse<String> answer = server.get(address + query);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.body()).contains("'" + name + "' must be ").doesNotContain(value);
    }
    assertThat(post("choice=out", new String[0]).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&x=<script>alert(1)</script>", "&chosen=\"><script>", "&nonce=\"><b>"})
  void nothingElseOfTheAddressIsInThePage(String query) throws Exception {
    String sent = query.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22");
    assertThat(server.get(PAGE + sent).body()).doesNotContain("<script", "<b>", "alert");
    assertThat(server.get(SCRIPT + sent).body()).doesNotContain("alert(1)", "<b>");
  }

  @ParameterizedTest
  @CsvSource({"lax, Lax", "STRICT, Strict", "none, None", "None, None"})
  void sameSiteIsSaidAsBrowsersTakeIt(String sent, String said) throws Exception {
    HttpResponse<String> script = server.get(SCRIPT + "&cookieSameSite=" + sent);
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.body()).contains("sameSite: '" + said + "'");
    assertThat(server.get(PAGE + "&cookieSameSite=" + sent).body()).contains(COUNTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plugins/CoreAdminHome/javascripts/optOut.js", SCRIPT})
  void theScriptTakesNoForm(String address) throws Exception {
    String form = "choice=out&nonce=" + nonce(server.get(PAGE));
    HttpResponse<String> answer = server.send("POST", address, form);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void theScriptIsOneThatAnyPageMayLoad() throws Exception {
    for (String address : List.of(SCRIPT, "/plugins/CoreAdminHome/javascripts/optOut.js")) {
      HttpResponse<String> script =
          server.get(address + (address.contains("?") ? "&" : "?") + "divId=x");
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(header(script, "Content-Type")).isEqualTo("application/javascript");
      assertThat(header(script, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(script, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
      assertThat(header(script, "Cache-Control")).isEqualTo("public, max-age=3600");
      assertThat(script.body()).contains("getAsyncTracker", "mtm_consent_removed", "divId: 'x'");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/index.php?module=CoreAdminHome&action=home, 302",
    "/index.php?module=Other&action=optOut, 302",
    "/index.php?module=CoreAdminHome&action=optOutX, 302",
    "/?module=API&method=x, 200",
  })
  void otherAddressesAreWhatTheyWere(String address, int status) throws Exception {
    HttpResponse<String> answer = server.get(address);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("visits");
  }

  private HttpResponse<String> choose(String choice, String... headers) throws Exception {
    String nonce = nonce(server.get(PAGE, headers.length > 0 ? headers : new String[] {"A", "b"}));
    return post("choice=" + choice + "&nonce=" + nonce, headers);
  }

  private HttpResponse<String> post(String form, String... headers) throws Exception {
    return server.send("POST", PAGE, form, headers);
  }

  private static String nonce(HttpResponse<String> page) {
    Matcher field = NONCE.matcher(page.body());
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
