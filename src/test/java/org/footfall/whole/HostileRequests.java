package org.footfall.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.footfall.whole.RawHttp.Answer;

/** Requests that no honest client sends, and the counter each of them moves. */
final class HostileRequests {
  private static final String ANY = "footfall_http_requests_total{route=\"tracking\"";
  private static final String UNREADABLE = "footfall_http_requests_total{route=\"unreadable\"";
  private static final String ACCEPTED = "footfall_door_hits_total{fate=\"accepted\"";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final long SEED = 20261123;

  private final RawHttp raw;
  private final String token;
  private final String hit;
  private final List<Hostile> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param counter how the line of {@code /metrics} begins that must rise
   */
  record Hostile(String name, String counter, Sending sending) {}

  /** Sends it; the answer. */
  interface Sending {
    Answer send() throws IOException;
  }

  private HostileRequests(WholeServer server) {
    this.raw = new RawHttp(server.all.footfall.port());
    this.token = server.token();
    this.hit = "rec=1&idsite=" + server.site();
  }

  static List<Hostile> of(WholeServer server) {
    HostileRequests requests = new HostileRequests(server);
    requests.bytes();
    requests.sizes();
    requests.heads();
    requests.bulks();
    requests.texts();
    requests.values();
    requests.connections();
    return requests.all;
  }

  private void add(String name, String counter, Sending sending) {
    all.add(new Hostile(name, counter, sending));
  }

  private void get(String name, String counter, String target, String... headers) {
    add(name, counter, () -> raw.get(target, headers));
  }

  private void post(String name, String counter, String target, byte[] body, String... headers) {
    add(name, counter, () -> raw.post(target, body, headers));
  }

  private static String refused(String reason) {
    return "footfall_door_hits_total{fate=\"refused\",reason=\"" + reason + "\"";
  }

  private void bytes() {
    byte[] garbage = new byte[50_000];
    new Random(SEED).nextBytes(garbage);
    post("a binary form", ANY, "/matomo.php", garbage, FORM);
    post("a binary form with a hit", ACCEPTED, "/matomo.php?" + hit, garbage, FORM);
    post("a binary body", ANY, "/matomo.php", garbage);
    post("a zipped body", ANY, "/matomo.php?" + hit, garbage, "Content-Encoding: gzip", FORM);
    String multipart = "--x\r\nContent-Disposition: form-data; name=\"rec\"\r\n\r\n1\r\n--x--\r\n";
    post(
        "a multipart body",
        ACCEPTED,
        "/matomo.php?" + hit,
        multipart.getBytes(UTF_8),
        "Content-Type: multipart/form-data; boundary=x");
    get("broken escapes", ACCEPTED, "/matomo.php?" + hit + "&url=%zz%&%=%ff&&&=%00&[]=%C3%28");
    get(
        "bytes that are no UTF-8",
        ANY,
        "/matomo.php?" + hit + "&url=\u00ff\u00c3(\u00ed\u00a0\u0080");
    get("a surrogate in three bytes", ACCEPTED, "/matomo.php?" + hit + "&action_name=%ED%A0%80");
    get("control characters", UNREADABLE, "/matomo.php?" + hit + "&action_name=\u0001\u0002");
    get("an escaped NUL in the path", UNREADABLE, "/matomo.php%00?" + hit);
    get("a broken escape in the path", UNREADABLE, "/%zz/matomo.php?" + hit);
    get("climbing out", UNREADABLE, "/..%2f..%2f..%2fetc/passwd");
    add("no HTTP at all", UNREADABLE, () -> raw.send(garbage, "\r\n\r\n".getBytes(UTF_8)));
  }

  private void sizes() {
    byte[] ten = ("action_name=" + "x".repeat(10 << 20)).getBytes(UTF_8);
    post("a form of 10 MB", refused("hit_too_large"), "/matomo.php?" + hit, ten, FORM);
    byte[] twenty = Arrays.copyOf(ten, 20 << 20);
    post("a body of 20 MB", refused("body_too_large"), "/matomo.php?" + hit, twenty, FORM);
    byte[] forty = Arrays.copyOf(ten, 40 << 20);
    post("a body of 40 MB", ANY, "/matomo.php?" + hit, forty, FORM);
    add(
        "a body that says it is endless",
        ANY,
        () -> raw.send(RawHttp.head("POST", "/matomo.php", "Content-Length: 99999999999", FORM)));
    get(
        "1,000 parameters and more",
        refused("too_many_parameters"),
        "/matomo.php?" + hit + join("&a%d=1", 1_500));
    String arrays = join("&a[%d][]=1", 20_000);
    post("nothing but arrays", ANY, "/matomo.php?" + hit, arrays.getBytes(UTF_8), FORM);
  }

  private void heads() {
    get("a header of 100 kB", UNREADABLE, "/matomo.php?" + hit, "X-Bomb: " + "x".repeat(100_000));
    get("an address of 100 kB", UNREADABLE, "/matomo.php?" + hit + "&x=" + "y".repeat(100_000));
    String[] small = join("X-%d: 1\n", 5_000).split("\n");
    get("5,000 headers", UNREADABLE, "/matomo.php?" + hit, small);
    get("a long user agent", ACCEPTED, "/matomo.php?" + hit, "User-Agent: " + "é".repeat(20_000));
    String languages = "Accept-Language: " + join("a%d;q=0.%1$d,", 2_000);
    get("many languages", ACCEPTED, "/matomo.php?" + hit, languages.substring(0, 20_000));
    get("many cookies", ACCEPTED, "/matomo.php?" + hit, "Cookie: " + join("c%d=x;", 1_000));
    String proxies = "X-Forwarded-For: " + join("10.0.0.%d,", 1_500);
    get("many proxies", ACCEPTED, "/matomo.php?" + hit, proxies);
    get("a header without a colon", UNREADABLE, "/matomo.php?" + hit, "nonsense");
    get("two lengths", UNREADABLE, "/matomo.php", "Content-Length: 1", "Content-Length: 2");
    get("a negative length", UNREADABLE, "/matomo.php", "Content-Length: -1");
    add("an unknown method", ANY, () -> raw.send(RawHttp.head("PUSH", "/matomo.php")));
    add("a request without end of line", UNREADABLE, () -> raw.send(new byte[70_000]));
  }

  private void bulks() {
    String item = "\"?" + hit + "&url=https://shop.example/hostile\"";
    String hundredThousand = "{\"requests\":[" + (item + ",").repeat(99_999) + item + "]}";
    bulk("100,000 hits at once", refused("bulk_too_long"), hundredThousand);
    bulk("a bulk that is cut off", refused("bulk_broken"), "{\"requests\":[" + item);
    bulk("two bulks", refused("bulk_broken"), "{\"requests\":[" + item + "]}{\"requests\":[]}");
    String deep = "[".repeat(100_000);
    bulk("deep JSON", refused("bulk_broken"), "{\"requests\":" + deep + "]}");
    bulk("deep JSON in a hit", refused("bulk_broken"), "{\"requests\":[{\"a\":" + deep + "}]}");
    bulk("a number without end", ANY, "{\"requests\":[{\"a\":" + "9".repeat(100_000) + "}]}");
    bulk("a name without end", ANY, "{\"requests\":[{\"" + "n".repeat(100_000) + "\":1}]}");
    bulk(
        "lone surrogates",
        ACCEPTED,
        ("{\"requests\":[\"?%1$s&url=https://shop.example/\\ud800\",{\"rec\":1,\"idsite\":1,"
                + "\"action_name\":\"\\udc00x\\ud83d\",\"uid\":\"\\ud800\"}]}")
            .formatted(hit));
    bulk("things that are no hits", ANY, "{\"requests\":[1,null,true,[[]],{},\"\",\"?\",\"?#\"]}");
    add(
        "a bulk that is no UTF-8",
        ANY,
        () -> raw.post("/matomo.php", "{\"requests\":[\"?\u00ff\u00fe\"]}".getBytes(ISO_8859_1)));
  }

  private void bulk(String name, String counter, String body) {
    post(name, counter, "/matomo.php", body.getBytes(UTF_8), "Content-Type: application/json");
  }

  /** Texts of 180,000 bytes in 60,000 characters, which is as much as a hit may be. */
  private void texts() {
    String large = "%E2%82%AC".repeat(60_000);
    for (String name :
        List.of(
            "url",
            "urlref",
            "action_name",
            "uid",
            "ua",
            "lang",
            "res",
            "pv_id",
            "_rcn",
            "cdt",
            "cs",
            "search",
            "e_c",
            "cvar",
            "_id",
            "city",
            "region",
            "country",
            "lat")) {
      String body = name + "=" + large + "&token_auth=" + token;
      String target = "/matomo.php?" + hit + (name.equals("url") ? "" : "&url=http://a/" + name);
      post("60,000 characters of " + name, ANY, target, body.getBytes(UTF_8), FORM);
    }
    String words = "url=http://a/?utm_campaign=" + large + "&urlref=http://b.example/?q=" + large;
    post("a long campaign", ANY, "/matomo.php?" + hit, words.getBytes(UTF_8), FORM);
    String latin = "action_name=" + "%FC".repeat(60_000) + "&cs=iso-8859-1";
    post("60,000 bytes of Latin-1", ACCEPTED, "/matomo.php?" + hit, latin.getBytes(UTF_8), FORM);
  }

  private void values() {
    for (String value :
        List.of(
            "idsite=99999999999999999999",
            "idsite=-1",
            "idsite[]=1",
            "cdt=%20",
            "cdt=@",
            "cdt=9999999999999",
            "cdt=-1",
            "cdt=0000-00-00",
            "cdt=9999-99-99+99:99:99",
            "cdo=-999999999999999999",
            "h=-1&m=99&s=9999999999999999999",
            "lat=NaN&long=1e999",
            "lat=-0x1p3&long=Infinity",
            "_id=zzzzzzzzzzzzzzzz&uid=%00",
            "_id=8000000000000000",
            "cip=999.1.1.1",
            "cip=%2F..%2F",
            "cip=1%3A%3A2%3A%3A3%25eth0",
            "res=99999999999x-1",
            "cs=%00%FF",
            "cs=x-no-such",
            "url=http://%5B%3A%3A%5D:99999999/%2e%2e/?a=b?c=d%23%23",
            "url=javascript:alert(1)",
            "url=//",
            "urlref=http://%5B/%3F%3F%23",
            "ua=%00",
            "cvar=%7B%7B%7B",
            "ec_items=%5B%5B%5B%5B",
            "new_visit=1&bots=1&ping=1&ca=1")) {
      String target = "/matomo.php?" + hit + "&" + value + "&token_auth=" + token;
      get(value, ANY, target);
    }
  }

  private void connections() {
    byte[] head = RawHttp.head("POST", "/matomo.php?" + hit, "Content-Length: 1000", FORM);
    byte[] some = "url=http://shop.example/hostile".getBytes(UTF_8);
    add("a body that does not go on", ANY, () -> raw.send(head, some));
    byte[] chunks = RawHttp.head("POST", "/matomo.php?" + hit, CHUNKED, FORM);
    add("chunks that are none", ANY, () -> raw.send(chunks, "zz\r\nabc".getBytes(UTF_8)));
    add(
        "a hundred small chunks",
        ACCEPTED,
        () -> {
          byte[][] parts = new byte[102][];
          Arrays.fill(parts, "2\r\n&a\r\n".getBytes(UTF_8));
          parts[0] = chunks;
          parts[101] = "0\r\n\r\n".getBytes(UTF_8);
          return raw.send(parts);
        });
    add(
        "bodies that are given up",
        refused("body_cut_off"),
        () -> {
          for (int i = 0; i < 200; i++) {
            raw.abandon(head, some);
          }
          return new Answer(400, "nobody listens");
        });
  }

  private static String join(String format, int times) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < times; i++) {
      joined.append(format.formatted(i));
    }
    return joined.toString();
  }
}
