package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.footfall.site.InstanceSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the installation's choices on privacy leave of a hit. */
class DiscretionTest {
  private static final String HIT =
      "idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fa&uid=anna%40example.org&ec_id=K-4711"
          + "&idgoal=0&_id=0123456789abcdef&_idvc=3&_ref=https%3A%2F%2Fu:p@a.example%2Fb%3Fq%3D1";

  @Test
  void everythingIsKeptWhereNothingIsChosen() {
    TrackingRequest hit = new Sent(new Snapshots().snapshot()).get(HIT).hit();
    assertThat(hit.parameter("uid")).isEqualTo("anna@example.org");
    assertThat(hit.parameter("ec_id")).isEqualTo("K-4711");
    assertThat(hit.parameter("_id")).isEqualTo("0123456789abcdef");
    assertThat(hit.parameter("_ref")).isEqualTo("https://u:p@a.example/b?q=1");
  }

  @Test
  void pseudonymsStandForUsersAndOrders() {
    Snapshots choices =
        new Snapshots()
            .with(InstanceSetting.ANONYMIZE_USER_ID, "1")
            .with(InstanceSetting.ANONYMIZE_ORDER_ID, "1");
    TrackingRequest hit = new Sent(choices.snapshot()).get(HIT).hit();
    assertThat(hit.parameter("uid")).matches("[0-9a-f]{40}");
    assertThat(hit.parameter("ec_id")).matches("[0-9a-f]{40}");
    TrackingRequest again =
        new Sent(choices.snapshot())
            .get(HIT.replace("uid=", "uid=+").replace("K-4711", "anna%40example.org"))
            .hit();
    assertThat(again.parameter("uid")).isEqualTo(hit.parameter("uid"));
    assertThat(again.parameter("ec_id")).isNotEqualTo(hit.parameter("ec_id"));
    Snapshots elsewhere = choices.with(InstanceSetting.SECRET, "01".repeat(32));
    assertThat(new Sent(elsewhere.snapshot()).get(HIT).hit().parameter("uid"))
        .isNotEqualTo(hit.parameter("uid"));
    assertThat(new Sent(choices.snapshot()).get(HIT.replace("anna%40example.org", "")).hit())
        .satisfies(empty -> assertThat(empty.parameter("uid")).isEmpty());
  }

  @Test
  void withoutCookiesNothingOfThemIsUsed() {
    Snapshot snapshot = new Snapshots().with(InstanceSetting.COOKIELESS, "1").snapshot();
    TrackingRequest hit = new Sent(snapshot).get(HIT + "&cid=00000000000000c1").hit();
    assertThat(hit.parameters()).doesNotContainKeys("_id", "_idvc");
    assertThat(hit.parameter("cid")).isEqualTo("00000000000000c1");
  }

  @ParameterizedTest
  @CsvSource({
    "exclude_query, https://a.example/b?q=1#x, https://a.example/b",
    "exclude_query, https://u:p@a.example/b;s=1, https://a.example/b",
    "exclude_query, https://a.example?q=1, https://a.example",
    "exclude_query, a.example/b#x, a.example/b",
    "exclude_path, https://a.example:8443/b?q=1, https://a.example:8443/",
    "exclude_path, https://u:p@a.example, https://a.example/",
    "exclude_path, '?q=1', ''",
    "exclude_all, https://a.example/b?q=1, https://a.example/",
    "exclude_all, http://example.org/own?q=1, http://example.org/own?q=1",
    "exclude_path, https://www.example.org/own, https://www.example.org/own",
    "exclude_path, https://example.org.evil.example/x, https://example.org.evil.example/",
    "'', https://a.example/b?q=1, https://a.example/b?q=1",
    "nonsense, https://a.example/b?q=1, https://a.example/b?q=1",
  })
  void referringAddressesAreCutOff(String choice, String referrer, String kept) {
    Snapshot snapshot = new Snapshots().with(InstanceSetting.ANONYMIZE_REFERRER, choice).snapshot();
    String sent = java.net.URLEncoder.encode(referrer, StandardCharsets.UTF_8);
    String names = "&urlref=" + sent + "&_ref=" + sent;
    TrackingRequest hit = new Sent(snapshot).get("idsite=1&rec=1&url=http%3A%2F%2Fa" + names).hit();
    assertThat(hit.parameter("urlref")).isEqualTo(kept);
    assertThat(hit.parameter("_ref")).isEqualTo(kept);
  }

  /** Neither what is queued nor what is told of failures holds a name. */
  @Test
  void nothingThatIsKeptHoldsAName() {
    Snapshot snapshot =
        new Snapshots()
            .with(InstanceSetting.ANONYMIZE_USER_ID, "1")
            .with(InstanceSetting.ANONYMIZE_ORDER_ID, "1")
            .with(InstanceSetting.ANONYMIZE_REFERRER, "exclude_query")
            .snapshot();
    Sent good = new Sent(snapshot).get(HIT);
    String kept = new String(good.decide().hits().get(0).bytes(), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain("anna", "4711", "q=1");
    for (String fault : new String[] {"&cip=198.51.100.9", "&idsite=99"}) {
      Sent bad = new Sent(snapshot).get(HIT + fault);
      assertThat(bad.decide().hits()).isEmpty();
      assertThat(bad.failures.drain())
          .hasSize(1)
          .allSatisfy(
              failure ->
                  assertThat(failure.query())
                      .doesNotContain("anna", "4711", "q%3D1", "198.51.100.9")
                      .contains("uid=" + good.hit().parameter("uid")));
    }
  }
}
