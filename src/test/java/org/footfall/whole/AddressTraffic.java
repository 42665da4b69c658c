package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All kinds of requests, each from addresses of its own that occur nowhere else. */
final class AddressTraffic {
  private static final String GOOD_4 = "203.0.113.77";
  private static final String GOOD_6 = "2001:db8:77aa:1234:5678:9abc:def0:1357";
  private static final String WRAPPED = "203.0.113.78";
  private static final String PORT_4 = "203.0.113.79";
  private static final String GIVEN_4 = "198.51.100.201";
  private static final String GIVEN_6 = "2001:db8:5e1f:99:8877:6655:4433:2211";
  private static final String NOT_ALLOWED = "198.51.100.202";
  private static final String EXCLUDED = "192.0.2.133";
  private static final String OPTED_OUT = "203.0.113.134";
  private static final String REFUSED = "203.0.113.135";
  private static final String BROKEN = "203.0.113.136";
  private static final String BROKEN_6 = "2001:db8:1bad:cafe:fade:d00d:beef:4321";
  private static final String LARGE = "203.0.113.137";
  private static final String BULK = "203.0.113.138";
  private static final String IN_BULK = "198.51.100.203";
  private static final String SPOOLED_4 = "203.0.113.141";
  private static final String SPOOLED_6 = "2001:db8:3c0d:1e:7f6e:5d4c:3b2a:1908";
  private static final String SIGNING_IN = "203.0.113.142";
  private static final String GUESSING = "203.0.113.143";
  private static final String ASKING = "203.0.113.144";
  private static final String LOST = "203.0.113.145";
  private static final String NO_SITE = "198.51.100.204";
  private static final String NO_RIGHT_IN_BULK = "198.51.100.205";
  private static final String ANSWERED_WHY = "203.0.113.146";
  private static final String ASKED_WHY = "198.51.100.206";

  static final List<String> ADDRESSES =
      List.of(
          GOOD_4,
          GOOD_6,
          WRAPPED,
          PORT_4,
          GIVEN_4,
          GIVEN_6,
          NOT_ALLOWED,
          EXCLUDED,
          OPTED_OUT,
          REFUSED,
          BROKEN,
          BROKEN_6,
          LARGE,
          BULK,
          IN_BULK,
          SPOOLED_4,
          SPOOLED_6,
          SIGNING_IN,
          GUESSING,
          ASKING,
          LOST,
          NO_SITE,
          NO_RIGHT_IN_BULK,
          ANSWERED_WHY,
          ASKED_WHY);

  static final int SPOOLED = 13;

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final Pattern FIELD = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

  private final WholeServer server;
  private final RawHttp raw;
  private final String hit;

  AddressTraffic(WholeServer server) {
    this.server = server;
    this.raw = new RawHttp(server.all.footfall.port());
    this.hit = "/matomo.php?rec=1&idsite=" + server.site() + "&url=https://shop.example/";
  }

  /** Hits that are good, left out, refused, broken and too large, and many at once. */
  void hits() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertThat(from(GOOD_4, hit + i, "User-Agent: A" + i)).isEqualTo(200);
      assertThat(from(GOOD_6, hit + i, "User-Agent: A" + i)).isEqualTo(200);
    }
    assertThat(from("::ffff:" + WRAPPED, hit)).isEqualTo(200);
    assertThat(from("10.1.1.1, " + PORT_4 + ":4711", hit)).isEqualTo(200);
    String token = "&token_auth=" + server.token();
    assertThat(from(GOOD_4, hit + "&cip=" + GIVEN_4 + token)).isEqualTo(200);
    assertThat(from(GOOD_6, hit + "&cip=" + GIVEN_6.replace(":", "%3A") + token)).isEqualTo(200);
    assertThat(from(GOOD_6, hit + "&cip=" + NOT_ALLOWED)).isEqualTo(400);
    assertThat(from(EXCLUDED, hit)).isEqualTo(200);
    assertThat(from(OPTED_OUT, hit, "Cookie: matomo_ignore=1")).isEqualTo(200);
    assertThat(from(REFUSED, "/matomo.php?rec=1&idsite=999")).isEqualTo(400);
    assertThat(from(REFUSED, hit + "&cdt=2020-01-01")).isEqualTo(400);
    assertThat(from(REFUSED, "/matomo.php?rec=1&idsite=998&cip=" + NO_SITE)).isEqualTo(400);
    assertThat(from(REFUSED, "/matomo.php?rec=1&cip=" + NO_SITE + "&token_auth=x")).isEqualTo(400);
    assertThat(from(ANSWERED_WHY, hit + "&debug=1" + token)).isEqualTo(200);
    assertThat(from(ANSWERED_WHY, hit + "&debug=1&cip=" + ASKED_WHY + token)).isEqualTo(200);
    assertThat(from(ANSWERED_WHY, hit + "&debug=1&cip=" + ASKED_WHY)).isEqualTo(400);
    assertThat(from(BROKEN, hit + "%zz%&%=%ff&&&[]=%00")).isEqualTo(200);
    assertThat(from(BROKEN_6, hit + "&action_name=%C3%28%ED%A0%80")).isEqualTo(200);
    assertThat(from(BROKEN, "/matomo.php?\u0001")).isPositive();
    assertThat(from("garbage " + BROKEN, hit)).isEqualTo(200);
    assertThat(from(LARGE, hit + "&x=" + "y".repeat(200_000))).isBetween(400, 499);
    byte[] large = ("x=" + "y".repeat(10 << 20)).getBytes(StandardCharsets.US_ASCII);
    assertThat(raw.post(hit, large, FORM, forwarded(LARGE)).status()).isEqualTo(413);
    assertThat(bulk(BULK)).isEqualTo(200);
    assertThat(raw.post("/matomo.php", text("{\"requests\":[\"?"), forwarded(BROKEN)).status())
        .isEqualTo(200);
    raw.abandon(
        RawHttp.head("POST", "/matomo.php", "Content-Length: 1000", forwarded(LOST)), text("a=b"));
  }

  /** Hits that Redis does not take; {@link #SPOOLED} of them. */
  void spooled() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertThat(from(SPOOLED_4, hit + "&action_name=spooled+" + i)).isEqualTo(200);
      assertThat(from(SPOOLED_6, hit + "&action_name=spooled+" + i)).isEqualTo(200);
    }
    assertThat(bulk(SPOOLED_4)).isEqualTo(200);
  }

  /** Signing in, rightly and wrongly, questions to the API, and addresses where nothing is. */
  void pages() throws Exception {
    signIn(SIGNING_IN, WholeServer.PASSWORD);
    signIn(GUESSING, "a wrong password");
    String api = "/index.php?module=API&format=json&method=";
    String asked = api + "VisitsSummary.get&period=day&date=today&idSite=" + server.site();
    assertThat(from(ASKING, asked + "&token_auth=" + server.token())).isPositive();
    assertThat(from(ASKING, asked + "&token_auth=0123456789abcdef0123456789abcdef")).isPositive();
    assertThat(from(ASKING, api + "No.such")).isPositive();
    assertThat(from(ASKING, api + "CoreAdminHome.getTrackingFailures&token_auth=" + server.token()))
        .isEqualTo(200);
    assertThat(from(ASKING, "/nothing/here.php", "Forwarded: for=" + ASKING)).isPositive();
    assertThat(from(ASKING, "/", "X-Real-IP: " + ASKING, "Client-IP: " + ASKING)).isPositive();
    assertThat(from(ASKING, "/health/ready")).isPositive();
  }

  /** The same while the database is away, where each takes its time to fail. */
  void pagesInNeed() throws Exception {
    signIn(GUESSING, "a wrong password");
    assertThat(from(ASKING, "/index.php?module=API&method=SitesManager.getAllSites")).isPositive();
  }

  private int bulk(String address) throws IOException {
    String item = "\"" + hit + "bulk\"";
    String given = "\"" + hit + "given&cip=" + IN_BULK + "\"";
    String unproved = "\"" + hit.replace("&url", "&cip=" + NO_RIGHT_IN_BULK + "&url") + "\"";
    String open = "{\"requests\":[" + unproved + "]}";
    assertThat(raw.post("/matomo.php", text(open), forwarded(address)).status()).isEqualTo(200);
    String wrong = "\"?rec=1&idsite=77&cip=" + IN_BULK + "\"";
    String body =
        "{\"requests\":["
            + String.join(",", item, given, wrong, item)
            + "],\"token_auth\":\""
            + server.token()
            + "\"}";
    return raw.post("/matomo.php", text(body), forwarded(address)).status();
  }

  private void signIn(String address, String password) throws Exception {
    HttpRequest form = request("/login", address).build();
    HttpResponse<String> page = server.http.send(form, HttpResponse.BodyHandlers.ofString());
    Matcher field = FIELD.matcher(page.body());
    String token = field.find() ? field.group(1) : "";
    String cookie = page.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    String fields =
        "login=%s&password=%s&form_token=%s"
            .formatted(encoded(WholeServer.LOGIN), encoded(password), encoded(token));
    HttpRequest.Builder sent =
        request("/login", address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields));
    if (!cookie.isEmpty()) {
      sent.header("Cookie", cookie);
    }
    int status =
        server.http.send(sent.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    assertThat(status).isIn(302, 303, 403, 500, 503);
  }

  private HttpRequest.Builder request(String path, String address) {
    return HttpRequest.newBuilder(server.address(path))
        .header("X-Forwarded-For", address)
        .timeout(Duration.ofSeconds(60));
  }

  private int from(String address, String target, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = forwarded(address);
    return raw.get(target, all).status();
  }

  private static String forwarded(String address) {
    return "X-Forwarded-For: " + address;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
