package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.footfall.testing.Await;
import org.footfall.tracking.Decision.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkTest {
  private static final String HIT = "\"?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fa\"";

  @Test
  void neighboursOfABadHitSurvive() {
    Decision decision =
        bulk(
            HIT
                + ",\"?idsite=999&rec=1\",{\"idsite\":1,\"rec\":1,\"url\":\"http://x\"},"
                + "\"?idsite=1&rec=0\",\"?idsite=1&rec=1&cdt=2020-01-01\"");
    assertThat(decision.form()).isEqualTo(Form.BULK);
    assertThat(decision.hits()).hasSize(2);
    assertThat(decision.tracked()).isEqualTo(3);
    assertThat(decision.invalid()).containsExactly(1, 4);
    assertThat(decision.tellInvalid()).isFalse();
  }

  @Test
  void onlyASuperuserIsToldWhichOnesAreWrong() {
    assertThat(send("{\"requests\":[],\"token_auth\":\"" + Snapshots.SUPERUSER + "\"}"))
        .matches(Decision::tellInvalid);
    assertThat(send("{\"requests\":[],\"token_auth\":\"" + Snapshots.WRITER + "\"}"))
        .matches(decision -> !decision.tellInvalid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"requests\":[",
        "{\"requests\":[\"?idsite=1&rec=1\"]",
        "{\"requests\":[\"?idsite=1&rec=1\"]} x",
        "{\"requests\":[\"?idsite=1&rec=1\",}",
        "{\"requests\" \"?\"}",
      })
  void nothingIsTakenFromABrokenBody(String body) {
    Decision decision = send(body);
    assertThat(decision.refused()).isEqualTo(Rejection.BULK_BROKEN);
    assertThat(decision.form()).isEqualTo(Form.BULK);
    assertThat(decision.hits()).isEmpty();
  }

  @Test
  void hitsAreTakenInTheFormsThatClientsSend() {
    assertThat(bulk("\"http://x.example/matomo.php?idsite=1&rec=1#frag&rec=0\"").hits()).hasSize(1);
    assertThat(bulk("\"idsite=1&rec=1\", 7, null, [1]").hits()).isEmpty();
    assertThat(bulk("\"idsite=1&rec=1\", 7, null, [1]").tracked()).isZero();
    String object = "{\"idsite\":\"1\",\"rec\":true,\"ec_items\":[[\"sk\u00fc\",2]],\"uid\":null}";
    assertThat(
            new Sent(new Snapshots().snapshot())
                .json("{\"requests\":[" + object + "]}")
                .hit()
                .parameters())
        .containsEntry("ec_items", "[[\"sk\u00fc\",2]]")
        .doesNotContainKey("uid");
    assertThat(send("{\"requests\":[" + HIT + "],\"send_image\":0}").image()).isFalse();
    assertThat(send("{\"requests\":[" + HIT + "],\"send_image\":false}").image()).isFalse();
    assertThat(send("{\"requests\":[" + HIT + "],\"send_image\":1}").image()).isTrue();
  }

  @Test
  void anyContentTypeWillDoAndSoWillAnEscapedBody() {
    byte[] body = ("  {\"requests\":[" + HIT + "]}").getBytes(StandardCharsets.UTF_8);
    for (String type :
        new String[] {"application/x-www-form-urlencoded", "text/plain", "nonsense", ""}) {
      assertThat(new Sent(new Snapshots().snapshot()).body(type, body).decide().hits()).hasSize(1);
    }
    byte[] escaped =
        "%7B%22requests%22%3A%5B%22%3Fidsite%3D1%26rec%3D1%22%5D%7D"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(new Sent(new Snapshots().snapshot()).body("x", escaped).decide().hits()).hasSize(1);
  }

  @Test
  void tooManyAreRefusedWhole() {
    String many = IntStream.range(0, 1_001).mapToObj(i -> HIT).collect(Collectors.joining(","));
    assertThat(bulk(many).refused()).isEqualTo(Rejection.BULK_TOO_LONG);
    String huge = "\"?idsite=1&rec=1&action_name=" + "x".repeat(70_000) + "\"";
    Decision decision = bulk(HIT + "," + huge + "," + HIT);
    assertThat(decision.hits()).hasSize(2);
    assertThat(decision.invalid()).containsExactly(1);
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(bulk(deep).refused()).isEqualTo(Rejection.BULK_BROKEN);
  }

  @Test
  void theTokenMayStandBehindTheHits() {
    String old = "\"?idsite=1&rec=1&cdt=2020-01-01\"";
    assertThat(
            send("{\"requests\":[" + old + "],\"token_auth\":\"" + Snapshots.WRITER + "\"}").hits())
        .hasSize(1);
  }

  @Test
  void hitsThatAreTooLargeLoseNoNeighbour() {
    String text = "x".repeat(2_000_000);
    String list = "[" + "1,".repeat(100_000) + "1]";
    String bytes = "%FF" + "x".repeat(70_000);
    Decision decision =
        bulk(
            String.join(
                ",",
                HIT,
                "\"?idsite=1&rec=1&url=" + text + "\"",
                "{\"idsite\":1,\"rec\":1,\"url\":\"" + text + "\"}",
                "{\"idsite\":1,\"rec\":1,\"ec_items\":" + list + "}",
                "\"?idsite=1&rec=1&url=" + bytes + "\"",
                HIT));
    assertThat(decision.invalid()).containsExactly(1, 2, 3, 4);
    assertThat(decision.hits()).hasSize(2);
  }

  @Test
  void ofManyHitsOneAtATimeIsInMemory() {
    String keys =
        IntStream.range(0, 900).mapToObj(i -> Integer.toString(i, 36) + "=").collect(joined("&"));
    String items =
        IntStream.range(0, 50)
            .mapToObj(i -> "\"?idsite=1&rec=1&" + keys + "\"")
            .collect(joined(","));
    byte[] body = ("{\"requests\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
    BulkReader reader = new BulkReader(Sent.LIMITS, body);
    assertThat(reader.check()).isNull();
    List<WeakReference<Parameters>> earlier = new ArrayList<>();
    reader.each(
        hit -> {
          if (earlier.size() == 49) {
            Await.until(
                "the hits before are forgotten",
                () -> {
                  System.gc();
                  return earlier.stream().allMatch(one -> one.get() == null);
                });
          }
          earlier.add(new WeakReference<>(hit));
        });
    long queued = 0;
    for (AcceptedHit hit : new Sent(new Snapshots().snapshot()).body("", body).decide().hits()) {
      queued += hit.bytes().length;
    }
    assertThat(queued).isPositive().isLessThan(body.length * 2L);
  }

  private static Collector<CharSequence, ?, String> joined(String between) {
    return Collectors.joining(between);
  }

  private static Decision bulk(String items) {
    return send("{\"requests\":[" + items + "]}");
  }

  private static Decision send(String body) {
    return new Sent(new Snapshots().snapshot()).json(body).decide();
  }
}
