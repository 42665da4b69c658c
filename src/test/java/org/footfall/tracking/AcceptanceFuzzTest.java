package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.privacy.IpText;
import org.footfall.site.InstanceSetting;

/** Whatever is sent, there is a decision, and what is queued can be read and tells no address. */
class AcceptanceFuzzTest {
  private static final List<String> NAMES =
      List.of(
          "idsite",
          "rec",
          "url",
          "cid",
          "cip",
          "cdt",
          "cdo",
          "token_auth",
          "idgoal",
          "ca",
          "cs",
          "action_name",
          "e_c",
          "pf_srv",
          "a[b]",
          "a[",
          "[x]",
          "x.y z",
          "",
          "send_image",
          "lat",
          "uid",
          "ec_id",
          "_id",
          "urlref",
          "_ref",
          "debug");
  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "%",
          "%z",
          "%E9",
          "%00",
          "%F0%9F%A6%86",
          "1e9",
          "2020-01-01",
          "x",
          "198.51.100.77",
          Snapshots.SUPERUSER,
          "0123456789abcdef",
          "windows-1252",
          "[",
          "");

  private static final Snapshot DISCREET =
      new Snapshots()
          .with(InstanceSetting.ANONYMIZE_USER_ID, "1")
          .with(InstanceSetting.ANONYMIZE_ORDER_ID, "1")
          .with(InstanceSetting.ANONYMIZE_REFERRER, "exclude_query")
          .with(InstanceSetting.DO_NOT_TRACK, "1")
          .with(InstanceSetting.GLOBAL_PRIVACY_CONTROL, "1")
          .snapshot();

  private static final DoorRules COOKIE =
      new DoorRules(
          PlaceLookup.builtin(),
          new ExcludedRequests(List.of("e_c=@x", "cdo<-1")),
          url -> url.contains("%"),
          true);

  @Property(tries = 500)
  void anyBytesAreDecided(
      @ForAll @Size(max = 300) byte[] query,
      @ForAll @Size(max = 300) byte[] body,
      @ForAll String header,
      @ForAll boolean bulk) {
    byte[] sent = bulk ? join("{\"requests\":[", body, "]}") : body;
    Sent one =
        new Sent(new Snapshots().snapshot())
            .get(new String(query, StandardCharsets.ISO_8859_1))
            .body("application/x-www-form-urlencoded", sent)
            .header("User-Agent", header)
            .header("Cookie", header)
            .header("Authorization", "Bearer " + header)
            .header("DNT", header)
            .header("Sec-GPC", header)
            .header("Sec-Purpose", header)
            .header("Referer", header)
            .header("Sec-CH-UA", header);
    check(one.decide());
    check(
        one.get("debug=1&idsite=1&rec=1&token_auth=" + Snapshots.SUPERUSER + "&" + header)
            .decide());
    for (TrackingFailure failure : one.failures.drain()) {
      assertThat(failure.query().length()).isLessThanOrEqualTo(2_000);
    }
  }

  @Property(tries = 1_000)
  void likelyParametersAreDecided(@ForAll("queries") String query) {
    check(Sent.query(query).decide());
    check(new Sent(DISCREET).get(query).with(COOKIE).header("Cookie", "_pk_uid=" + query).decide());
    String escaped = query.replace("\\", "").replace("\"", "");
    String body = "{\"requests\":[\"?" + escaped + "\",\"?idsite=1&rec=1\"]}";
    Decision bulk = new Sent(new Snapshots().snapshot()).json(body).decide();
    check(bulk);
    assertThat(bulk.hits()).isNotEmpty();
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> pair =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES))
            .as((n, v) -> n + "=" + v);
    return pair.list().ofMaxSize(15).map(pairs -> "idsite=1&rec=1&" + String.join("&", pairs));
  }

  /**
   * While masking is on, the address is nowhere in what is queued, neither as bytes nor as text.
   */
  private static void check(Decision decision) {
    assertThat(decision.shards()).isEqualTo(16);
    if (decision.explanation() != null) {
      assertThat(decision.explanation().text()).doesNotContain("198.51.100.77");
      assertThat(decision.hits()).isEmpty();
    }
    for (AcceptedHit accepted : decision.hits()) {
      TrackingRequest hit = TrackingRequestCodec.decode(accepted.bytes());
      assertThat(hit.site()).isEqualTo(accepted.site());
      String hex = HexFormat.of().formatHex(accepted.bytes());
      String raw = HexFormat.of().formatHex(IpText.parse("198.51.100.77"));
      assertThat(hex).doesNotContain(raw);
      assertThat(hit.parameters()).doesNotContainKeys("cip", "token_auth");
    }
  }

  private static byte[] join(String before, byte[] bytes, String after) {
    return (before + new String(bytes, StandardCharsets.ISO_8859_1) + after)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
