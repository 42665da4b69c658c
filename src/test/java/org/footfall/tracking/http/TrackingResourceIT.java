package org.footfall.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.privacy.IpText;
import org.footfall.site.InstanceSetting;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.DoorRules;
import org.footfall.tracking.ExcludedRequests;
import org.footfall.tracking.Snapshots;
import org.footfall.tracking.http.Door.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingResourceIT {
  private static final String HIT = "idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fa";
  private static final String ITEM = "\"?" + HIT + "\"";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final byte[] GIF =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

  private Door door;

  @BeforeEach
  void open() throws Exception {
    door = new Door();
  }

  @AfterEach
  void close() throws Exception {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/matomo.php", "/piwik.php", "/js/", "/js/tracker.php"})
  void aPageViewIsAnsweredWithAnImageWhenItIsQueued(String path) throws IOException {
    Answer answer = door.get(path + "?" + HIT, "User-Agent: M");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(answer.body()).isEqualTo(GIF).hasSize(43);
    assertThat(door.hits()).hasSize(1);
    assertThat(door.hits().get(0).userAgent()).isEqualTo("M");
  }

  /** No cookie is ever set, unless it is switched on. */
  @Test
  void aCookieIsSetOnlyWhereItIsSwitchedOn() throws Exception {
    assertThat(door.get("/matomo.php?" + HIT, "Cookie: _pk_uid=00000000000000c1"))
        .satisfies(answer -> assertThat(answer.header("Set-Cookie")).isNull());
    DoorRules on =
        new DoorRules(PlaceLookup.none(), new ExcludedRequests(List.of()), url -> false, true);
    door.close();
    door = new Door(new Snapshots().snapshot(), on);
    Answer answer = door.get("/matomo.php?" + HIT, "Cookie: _pk_uid=00000000000000c1");
    assertThat(answer.header("Set-Cookie"))
        .isEqualTo(
            "_pk_uid=00000000000000c1; Max-Age=33955200; Path=/; SameSite=None; Secure; HttpOnly");
    assertThat(door.hits().get(0).parameter("_id")).isEqualTo("00000000000000c1");
    assertThat(door.get("/matomo.php?idsite=9&rec=1").header("Set-Cookie")).isNull();
  }

  @Test
  void whoMayWriteIsToldWhatWouldBecomeOfAHit() throws IOException {
    String asked = "/matomo.php?" + HIT + "&debug=1&token_auth=";
    Answer told = door.get(asked + Snapshots.SUPERUSER);
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(told.text())
        .contains("door             accepted\n", "behind the door  1\n")
        .endsWith("Nothing of it was kept.\n");
    Answer refused = door.get(asked + Snapshots.SUPERUSER + "&pf_srv=-5");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.text()).contains("refused, negative_timing").doesNotContain("behind");
    Answer body =
        door.post("/matomo.php?" + HIT + "&debug=1", "token_auth=" + Snapshots.SUPERUSER, FORM);
    assertThat(body.text()).contains("proved by a token");
    assertThat(door.hits()).isEmpty();
    assertThat(door.counts.drain()).isEmpty();
    for (String token : new String[] {"", "00000000000000000000000000000000"}) {
      assertThat(door.get(asked + token).body()).isEqualTo(GIF);
    }
    assertThat(door.hits()).hasSize(2);
  }

  @Test
  void noImageIsAnsweredWithNothing() throws IOException {
    Answer answer = door.get("/matomo.php?send_image=0&" + HIT);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    Answer post = door.post("/matomo.php", HIT + "&send_image=0", FORM);
    assertThat(post.status()).isEqualTo(204);
    assertThat(post.body()).isEmpty();
    assertThat(post.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(door.queued).hasSize(2);
  }

  @Test
  void whatIsLeftOutLooksLikeSuccess() throws IOException {
    assertThat(door.get("/matomo.php?idsite=1").status()).isEqualTo(200);
    assertThat(door.get("/matomo.php?idsite=1&rec=0&send_image=0").status()).isEqualTo(204);
    assertThat(door.queued).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rec=1, site_missing",
    "idsite=999&rec=1, site_unknown",
    "idsite=1&rec=1&cid=xyz, visitor_id_length",
    "idsite=1&rec=1&cip=1.2.3.4, cip_without_right",
    "idsite=1&rec=1&cdt=2020-01-01&token_auth=0, old_time_without_right",
  })
  void whatIsWrongIsAnsweredWithItsReason(String query, String reason) throws IOException {
    Answer answer = door.get("/matomo.php?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("X-Footfall-Reason")).isEqualTo(reason);
    assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
    assertThat(answer.body()).isEqualTo(GIF);
    Answer silent = door.get("/matomo.php?send_image=0&" + query);
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body()).isEmpty();
    assertThat(door.queued).isEmpty();
  }

  @Test
  void formsAndBeaconsAreTaken() throws IOException {
    Answer form =
        door.post("/matomo.php", HIT, FORM + "; charset=UTF-8", "Origin: http://a.example");
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.header("Access-Control-Allow-Origin")).isEqualTo("http://a.example");
    assertThat(door.post("/matomo.php?" + HIT, "").status()).isEqualTo(200);
    Answer plain = door.post("/matomo.php", HIT, "Content-Type: text/plain;charset=UTF-8");
    assertThat(plain.status()).isEqualTo(400);
    assertThat(plain.header("Content-Type")).startsWith("text/html");
    assertThat(plain.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(door.queued).hasSize(2);
  }

  @Test
  void whoeverLooksIsToldWhatThisIs() throws IOException {
    Answer look = door.get("/matomo.php");
    assertThat(look.status()).isEqualTo(200);
    assertThat(look.text()).contains("Footfall");
    assertThat(door.post("/matomo.php", "").status()).isEqualTo(400);
  }

  @Test
  void headAndOptionsAreAnswered() throws IOException {
    Answer head = door.send("HEAD", "/matomo.php?" + HIT, null);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo("image/gif");
    assertThat(head.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(head.body()).isEmpty();
    Answer options =
        door.send("OPTIONS", "/matomo.php?" + HIT, null, "Access-Control-Request-Method: POST");
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST");
    assertThat(options.header("Access-Control-Allow-Headers")).isEqualTo("*");
    assertThat(options.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(door.send("DELETE", "/matomo.php?" + HIT, null).status()).isEqualTo(405);
    assertThat(door.queued).hasSize(1);
  }

  @Test
  void aBulkRequestIsAnsweredWithCounts() throws IOException {
    Answer answer =
        door.post(
            "/matomo.php", "{\"requests\":[" + ITEM + ",\"?idsite=999&rec=1\"," + ITEM + "]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"tracked\":2,\"invalid\":1}");
    String asRoot =
        "{\"requests\":[\"?rec=1\"," + ITEM + "],\"token_auth\":\"" + Snapshots.SUPERUSER + "\"}";
    assertThat(door.post("/piwik.php", asRoot, FORM).text())
        .isEqualTo("{\"status\":\"success\",\"tracked\":1,\"invalid\":1,\"invalid_indices\":[0]}");
    assertThat(door.post("/piwik.php", "{\"requests\":[" + ITEM + "],\"send_image\":0}").status())
        .isEqualTo(204);
    assertThat(door.post("/piwik.php", "{\"requests\":[]}").text())
        .isEqualTo("{\"status\":\"success\",\"tracked\":0,\"invalid\":0}");
    Answer broken = door.post("/piwik.php", "{\"requests\":[" + ITEM);
    assertThat(broken.status()).isEqualTo(200);
    assertThat(broken.text()).contains("\"tracked\":0");
    assertThat(broken.header("X-Footfall-Reason")).isEqualTo("bulk_broken");
    assertThat(door.queued).hasSize(4);
  }

  @Test
  void withoutAQueueClientsAreToldToComeAgain() throws IOException {
    door.available = false;
    Answer answer = door.get("/matomo.php?" + HIT);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    Answer bulk = door.post("/matomo.php", "{\"requests\":[" + ITEM + "," + ITEM + "]}");
    assertThat(bulk.status()).isEqualTo(503);
    assertThat(bulk.text()).isEqualTo("{\"status\":\"error\",\"tracked\":0,\"invalid\":0}");
    assertThat(door.counts.drain())
        .containsExactly(new DoorCounts.Count(1, "unavailable", "queue", 3));
  }

  @Test
  void theVisitorIsFoundBehindProxies() throws Exception {
    door.close();
    door = new Door(new Snapshots().with(InstanceSetting.MASKED_BYTES, "0").snapshot());
    door.get("/matomo.php?" + HIT, "X-Forwarded-For: 9.9.9.9", "X-Forwarded-For: 192.0.2.7:80");
    assertThat(door.hits().get(0).address()).isEqualTo(IpText.parse("192.0.2.7"));
  }

  @Test
  void aLongBulkGetsAnAnswer() throws IOException {
    String items = IntStream.range(0, 100_000).mapToObj(i -> "\"?rec=1\"").collect(joined());
    Answer many = door.post("/matomo.php", "{\"requests\":[" + items + "]}");
    assertThat(many.status()).isEqualTo(413);
    assertThat(many.header("X-Footfall-Reason")).isEqualTo("bulk_too_long");
    assertThat(door.get("/matomo.php?" + HIT).status()).isEqualTo(200);
    assertThat(door.queued).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%zz%&%=%&&&===&idsite=1&rec=1",
        "idsite=1&rec=1&action_name=%FF%FE%00%C3",
        "idsite=1&rec=1&action_name=\u00ff\u00fe",
        "idsite=1&rec=1&url=a|b{c}\"<>^`\\",
        "idsite=1&rec=1&a[b][c]=1&a[=2&[]=3&x.y=4",
        "idsite=1&idsite=1&rec=0&rec=1",
        "idsite=1&rec=1&url=%u0041",
      })
  void brokenQueriesAreReadAsFarAsTheyGo(String query) throws IOException {
    assertThat(door.get("/matomo.php?" + query).status()).isEqualTo(200);
    assertThat(door.queued).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: not/a/type;;;=",
        "Accept: ]][[;q=x",
        "Accept-Language: ,,;q=",
        "Cookie: \"broken; =; $Version=x",
        "Authorization: Bearer",
        "Sec-CH-UA: \"",
        "X-Forwarded-For: ,,,x,[::",
        "User-Agent: \u00ff\u00fe\u0001",
        "Referer: http://[",
        "DNT: yes",
      })
  void brokenHeadersHarmNothing(String header) throws IOException {
    assertThat(door.get("/matomo.php?" + HIT, header).status()).isIn(200, 400);
    assertThat(door.post("/matomo.php?" + HIT, "", header).status()).isIn(200, 400);
  }

  @Test
  void headerBombsAreTurnedAway() throws IOException {
    String[] many =
        IntStream.range(0, 2_000).mapToObj(i -> "X-H" + i + ": y").toArray(String[]::new);
    assertThat(door.get("/matomo.php?" + HIT, many).status()).isEqualTo(431);
    assertThat(door.get("/matomo.php?" + HIT + "&x=" + "y".repeat(20_000)).status()).isIn(414, 431);
    assertThat(door.get("/matomo.php?" + HIT).status()).isEqualTo(200);
  }

  @Test
  void binaryBodiesGetAnAnswer() throws IOException {
    byte[] bytes = new byte[5_000];
    new java.util.Random(7).nextBytes(bytes);
    for (String type : List.of(FORM, "Content-Type: application/json", "X: y")) {
      assertThat(door.send("POST", "/matomo.php", bytes, type).status()).isEqualTo(400);
    }
    String odd = URLEncoder.encode("\uD83E\uDD86 \u0000", StandardCharsets.UTF_8);
    assertThat(door.post("/matomo.php", HIT + "&action_name=" + odd, FORM).status()).isEqualTo(200);
    assertThat(door.hits().get(0).parameter("action_name")).isEqualTo("\uD83E\uDD86 ");
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(",");
  }
}
