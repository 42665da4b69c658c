package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.footfall.tag.EarlierParts;
import org.footfall.tag.TagFile;
import org.footfall.tag.TagFiles;
import org.footfall.testing.Await;
import org.footfall.testing.TestClock;
import org.footfall.tracking.Snapshots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tag as browsers and proxies get it. */
class TagIT {
  private static final String PART = "?part=content.Ha5hThr";

  @TempDir private Path folder;
  private static PageServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        new PageServer(
            """
            [tag]
            paths = ["/stats/app.js", "/stats/app-lite.js", "/both"]
            hit_paths = ["/stats/hit", "/both"]
            """,
            new Snapshots());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/matomo.js, tracker",
    "/piwik.js, tracker",
    "/footfall.js, tracker",
    "/js/, tracker",
    "/js/index.php, tracker",
    "/js/matomo.js, tracker",
    "/js/piwik.js, tracker",
    "/js/piwik.min.js, tracker",
    "/matomo.js?v=5, tracker",
    "/stats/app.js, tracker",
    "/both, tracker",
    "/footfall.lite.js, lite",
    "/stats/app-lite.js, lite",
    "/stats/app-lite.js?cache=1&x, lite",
    "/both?part=content.Ha5hThr, part-content",
    "/js/?part=content.Ha5hThr, part-content",
    "/stats/app.js?part=content.Ha5hThr, part-content",
    "/matomo.php?part=content.Ha5hThr, part-content",
    "/matomo.php?cip=203.0.113.9&token_auth=x&part=content.Ha5hThr, part-content",
    "/piwik.php?token_auth=x&part=content.Ha5hThr, part-content",
    "/stats/hit?part=content.Ha5hThr, part-content",
  })
  void everyNameHasItsScript(String path, String script) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("/* " + script + " */").hasSizeGreaterThan(1_400);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/javascript");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Content-Encoding")).isNull();
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /matomo.php",
    "GET, /js/tracker.php",
    "GET, /js/?idsite=1&rec=1",
    "GET, /js/?x",
    "POST, /js/",
    "GET, /both?idsite=1",
    "POST, /both",
    "GET, /stats/hit",
    "GET, /stats/hit?part=content",
    "GET, /stats/hit?part=content.Ha5hThr&idsite=1",
    "GET, /stats/hit?idsite=1&part=content.Ha5hThr",
    "POST, /stats/hit?part=content.Ha5hThr",
    "GET, /js/?cip=203.0.113.9&token_auth=x",
    "GET, /matomo.php?map",
  })
  void hitsAreTakenBesides(String method, String path) throws Exception {
    HttpResponse<String> answer = server.send(method, path, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br|br|brotli of tracker|\"Ha5h0ne-br\"",
        "gzip|gzip|gzip of tracker|\"Ha5h0ne-gzip\"",
        "br;q=0, gzip|gzip|gzip of tracker|\"Ha5h0ne-gzip\"",
      })
  void whatIsCompressedIsSentAsItLies(String accepted, String coding, String body, String tag)
      throws Exception {
    HttpResponse<String> answer = server.get("/matomo.js", "Accept-Encoding", accepted);
    assertThat(header(answer, "Content-Encoding")).isEqualTo(coding);
    assertThat(header(answer, "ETag")).isEqualTo(tag);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(body.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br;q=0, gzip;q=0", "*;q=0", "deflate"})
  void whoTakesNoneOfItGetsItAsItIs(String accepted) throws Exception {
    HttpResponse<String> answer = server.get("/matomo.js", "Accept-Encoding", accepted);
    assertThat(header(answer, "Content-Encoding")).isNull();
    assertThat(header(answer, "ETag")).isEqualTo("\"Ha5h0ne\"");
    assertThat(answer.body()).startsWith("/* tracker */");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Ha5h0ne-br\"|304",
        "W/\"Ha5h0ne-br\"|304",
        "\"a\", \"Ha5h0ne-br\"|304",
        "*|304",
        "\"Ha5h0ne\"|200",
        "\"Ha5h0ne-gzip\"|200",
        "nonsense|200",
      })
  void whoHasItIsToldSo(String known, int status) throws Exception {
    HttpResponse<String> answer =
        server.get("/matomo.js", "Accept-Encoding", "br", "If-None-Match", known);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "ETag")).isEqualTo("\"Ha5h0ne-br\"");
    assertThat(header(answer, "Cache-Control")).contains("max-age=3600");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.body().isEmpty()).isEqualTo(status == 304);
  }

  @Test
  void theTagIsAskedForAgainAndPartsAreKept() throws Exception {
    assertThat(header(server.get("/matomo.js"), "Cache-Control"))
        .isEqualTo("public, max-age=3600, stale-while-revalidate=86400");
    assertThat(header(server.get("/matomo.js" + PART), "Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    HttpResponse<String> old = server.get("/matomo.js?part=content.01d");
    assertThat(header(old, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(old, "ETag")).isEqualTo("\"Ha5hThr\"");
    assertThat(old.body()).startsWith("/* part-content */");
  }

  /** Tags outlive the version they are of, in browsers, proxies and open pages. */
  @Test
  void partsOfEarlierVersionsAreServedForEver() throws Exception {
    TagFiles before = TagFiles.load();
    TagFile part = before.part("content").orElseThrow();
    Clock clock = new TestClock(Snapshots.NOW);
    EarlierParts.open(folder, before, clock);
    TagFiles now = TagFiles.load(PageServer.SAMPLE);
    EarlierParts earlier = EarlierParts.open(folder, now, clock);
    try (PageServer upgraded = new PageServer("", new Snapshots(), now, earlier)) {
      String address = "/matomo.js?part=content." + part.hash();
      HttpResponse<String> answer = upgraded.get(address);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(new String(part.bytes(), StandardCharsets.US_ASCII));
      assertThat(header(answer, "Content-Type")).isEqualTo("application/javascript");
      assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(answer, "SourceMap")).isNull();
      HttpResponse<String> packed = upgraded.get(address, "Accept-Encoding", "gzip, br");
      assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
      assertThat(header(packed, "ETag")).isEqualTo('"' + part.hash() + "-gzip\"");
      assertThat(upgraded.get(address + "&map").statusCode()).isEqualTo(404);
      assertThat(upgraded.get("/matomo.js" + PART).body()).startsWith("/* part-content */");
      HttpResponse<String> unknown = upgraded.get("/matomo.js?part=content.AAAAAAAA");
      assertThat(header(unknown, "Cache-Control")).isEqualTo("no-cache");
      assertThat(unknown.body()).startsWith("/* part-content */");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?part=",
        "?part=nothing.Ha5hThr",
        "?part=content",
        "?part=../tag.json",
        "?part=content.Ha5hThr/../../x",
        "?part=content%2Ejs.x",
        "?part=%00.x",
      })
  void aPartThatIsNotThereIsNotFound(String query) throws Exception {
    HttpResponse<String> answer = server.get("/matomo.js" + query);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body()).doesNotContain("Ha5h");
  }

  @ParameterizedTest
  @CsvSource({
    "/matomo.js?map, tracker.js",
    "/matomo.js.map, tracker.js",
    "/stats/app.js.map, tracker.js",
    "/footfall.lite.js.map, lite.js",
    "/stats/app-lite.js?map, lite.js",
    "/js/?map, tracker.js",
    "/both?part=content.Ha5hThr&map, part-content.js",
  })
  void debuggersFindTheMap(String path, String file) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{\"version\":3,\"file\":\"" + file + "\"}");
    assertThat(header(answer, "SourceMap")).isNull();
  }

  @Test
  void theMapIsToldWhereTheScriptIsByWhateverName() throws Exception {
    assertThat(header(server.get("/stats/app.js"), "SourceMap")).isEqualTo("?map");
    assertThat(header(server.get("/stats/app.js" + PART), "SourceMap")).isEqualTo(PART + "&map");
  }

  @Test
  void aHeadHasTheHeadersAlone() throws Exception {
    HttpResponse<String> answer = server.send("HEAD", "/piwik.js", null, "Accept-Encoding", "br");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Length")).isEqualTo("17");
    assertThat(header(answer, "Content-Encoding")).isEqualTo("br");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/javascript");
    assertThat(server.send("HEAD", "/both", null).headers().firstValue("ETag")).isPresent();
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    assertThat(server.send("POST", "/matomo.js", "idsite=1").statusCode()).isEqualTo(405);
    assertThat(server.send("DELETE", "/matomo.js", null).statusCode()).isEqualTo(405);
  }

  /** A base address that ends in a slash is often put before a name that begins with one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//matomo.js|/* tracker */",
        "///piwik.js|/* tracker */",
        "//footfall.lite.js?v=1|/* lite */",
        "/js//matomo.js|/* tracker */",
        "/js//|/* tracker */",
        "/stats//app.js|/* tracker */",
        "/stats//app.js?part=content.Ha5hThr|/* part-content */",
        "//matomo.js.map|{\"version\":3",
        "//matomo.php?idsite=1&url=http://a//b|hit",
        "//js//tracker.php|hit",
        "/stats//hit?idsite=1|hit",
        "//index.php?module=CoreAdminHome&action=optOut|<!doctype html>",
        "//?module=CoreAdminHome&action=optOut|<!doctype html>",
        "//plugins/CoreAdminHome//javascripts/optOut.js|(function (settings) {",
      })
  void slashesMayBeDoubled(String target, String body) throws Exception {
    String answer = server.raw("GET", target);
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\r\n\r\n" + body);
  }

  @Test
  void hitsWithDoubledSlashesAreCountedAsHits() throws Exception {
    try (PageServer counting = new PageServer("", new Snapshots())) {
      counting.raw("POST", "//matomo.php?idsite=1");
      Await.until("it is counted", () -> counting.counted("tracking", "200") == 1);
    }
  }

  /**
   * Rules of a proxy go by the beginning of a path. What is not for everybody stays clear of it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//metrics",
        "//health/live",
        "//nothing",
        "//",
        "//index.php",
        "//index.php?module=API&format=json",
        "//?module=API",
        "//?module=Overlay&idSite=1",
        "//matomo.js/..//metrics",
        "//matomo.php/",
        "//matomo.php;x",
        "//%6datomo.php",
        "//%2e/matomo.php",
        "/%2e%2e/matomo.php",
        "/js%2fmatomo.js",
        "/;/matomo.php",
        "/.;/matomo.php",
        "/js//..;/metrics",
      })
  void whatIsAmbiguousOtherwiseStaysRefused(String target) throws Exception {
    assertThat(server.raw("GET", target)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void requestsAreCountedAsTheTags() throws Exception {
    try (PageServer counting = new PageServer("", new Snapshots())) {
      counting.get("/matomo.js");
      counting.get("/js/");
      counting.get("/js/?idsite=1");
      counting.get("/index.php?module=CoreAdminHome&action=optOut");
      counting.get("/plugins/CoreAdminHome/javascripts/optOut.js");
      Await.until(
          "all are counted",
          () ->
              counting.counted("tag", "200") == 2
                  && counting.counted("tracking", "200") == 1
                  && counting.counted("optout", "200") == 2);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
