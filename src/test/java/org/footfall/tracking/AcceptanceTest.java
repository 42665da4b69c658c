package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.footfall.enrich.geo.Place;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.privacy.IpText;
import org.footfall.site.InstanceSetting;
import org.footfall.site.SiteId;
import org.footfall.tracking.Decision.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
  private static final String HIT = "idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fa";

  @ParameterizedTest
  @CsvSource({
    "rec=1, SITE_MISSING",
    "rec=1&idsite=abc, SITE_MISSING",
    "rec=1&idsite=-1, SITE_MISSING",
    "rec=1&idsite=0, SITE_MISSING",
    "rec=1&idsite[]=1, SITE_MISSING",
    "rec=1&idsite=999, SITE_UNKNOWN",
    "rec=1&idsite=99999999999999999, SITE_UNKNOWN",
    "rec=1&idsite=99999999999999999999999, SITE_MISSING",
    "idsite=1&rec=1&cid=xyz, VISITOR_ID",
    "idsite=1&rec=1&cid=0123456789abcdef01, VISITOR_ID",
    "idsite=1&rec=1&cip=1.2.3.4, ADDRESS_WITHOUT_RIGHT",
    "idsite=1&rec=0&cip=1.2.3.4, ADDRESS_WITHOUT_RIGHT",
    "idsite=1&rec=1&country=fr, PLACE_WITHOUT_RIGHT",
    "idsite=1&rec=1&lat=1.5, PLACE_WITHOUT_RIGHT",
    "idsite=1&rec=1&cdt=2020-01-01+00%3A00%3A00, OLD_TIME_WITHOUT_RIGHT",
    "idsite=1&rec=1&cdt=1577836800, OLD_TIME_WITHOUT_RIGHT",
    "idsite=1&rec=1&cdo=90000, OLD_TIME_WITHOUT_RIGHT",
    "idsite=1&rec=1&idgoal=777, GOAL_UNKNOWN",
    "idsite=1&rec=1&idgoal=4294967299, GOAL_UNKNOWN",
    "idsite=1&rec=1&ca=1, CUSTOM_ACTION",
    "idsite=1&rec=1&e_c=a&e_a=+, EVENT_BLANK",
    "idsite=1&rec=1&pf_srv=-5, NEGATIVE_TIMING",
  })
  void whatIsWrongIsRefusedAndCounted(String query, Rejection why) {
    Sent sent = Sent.query(query);
    Decision decision = sent.decide();
    assertThat(decision.refused()).isEqualTo(why);
    assertThat(decision.hits()).isEmpty();
    int site = query.contains("idsite=1&") ? 1 : 0;
    assertThat(sent.counts.drain())
        .containsExactly(new DoorCounts.Count(site, "refused", why.label(), 1));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "&uid=",
    "&e_c=x",
    "&e_c=x&e_a=y&e_v=1",
    "&idgoal=3&revenue=x",
    "&idgoal=0&ec_id=o1&ec_items=%5Bbroken",
    "&ca=1&link=http%3A%2F%2Fx.example",
    "&cdt=2035-01-01+00%3A00%3A00",
    "&cdt=nonsense",
    "&cdo=60",
    "&pf_srv=-1&pf_net=12",
    "&cid=0123456789abcdef",
    "&cip=",
    "&idgoal=x",
    "&idgoal=0&ec_id=o1",
    "&token_auth=00000000000000000000000000000000",
  })
  void whatIsRightIsQueued(String more) {
    Decision decision = Sent.query(HIT + more).decide();
    assertThat(decision.refused()).isNull();
    assertThat(decision.hits()).hasSize(1);
    assertThat(decision.image()).isTrue();
  }

  @Test
  void aHitHasWhatWasSentAndNoMore() {
    TrackingRequest hit =
        Sent.query(
                HIT
                    + "&action_name=%C3%84+b%2Bc&cid=0123456789abcdef&rand=1&r=2&_=3&apiv=1&token_auth="
                    + Snapshots.SUPERUSER)
            .header("User-Agent", "Mozilla")
            .header("Accept-Language", "de-DE")
            .header("Sec-CH-UA", "\"Chromium\"")
            .header("Sec-CH-UA-Mobile", "?0")
            .hit();
    assertThat(hit.site()).isEqualTo(new SiteId(1));
    assertThat(hit.receivedAt()).isEqualTo(Snapshots.NOW);
    assertThat(hit.happenedAt()).isEqualTo(Snapshots.NOW);
    assertThat(hit.userAgent()).isEqualTo("Mozilla");
    assertThat(hit.acceptLanguage()).isEqualTo("de-DE");
    assertThat(hit.clientHints())
        .containsOnlyKeys("sec-ch-ua", "sec-ch-ua-mobile")
        .containsEntry("sec-ch-ua-mobile", "?0");
    assertThat(hit.trusted()).isTrue();
    assertThat(hit.parameters())
        .containsOnlyKeys("url", "action_name", "cid")
        .containsEntry("url", "http://example.org/a")
        .containsEntry("action_name", "Ä b+c");
  }

  @Test
  void theAddressWinsOverTheBody() {
    Sent sent = new Sent(new Snapshots().snapshot()).get("idsite=1&url=http%3A%2F%2Fa");
    TrackingRequest hit = sent.form("idsite=2&rec=1&url=http%3A%2F%2Fb&action_name=t").hit();
    assertThat(hit.site()).isEqualTo(new SiteId(1));
    assertThat(hit.parameter("url")).isEqualTo("http://a");
    assertThat(hit.parameter("action_name")).isEqualTo("t");
  }

  @Test
  void onlyFormsAreReadAsForms() {
    Sent plain = new Sent(new Snapshots().snapshot());
    Decision decision = plain.body("text/plain;charset=UTF-8", HIT.getBytes(UTF_8)).decide();
    assertThat(decision.form()).isEqualTo(Form.EMPTY);
    assertThat(decision.refused()).isEqualTo(Rejection.NOTHING_TO_TRACK);
    assertThat(plain.get(HIT).decide().hits()).hasSize(1);
    assertThat(Sent.query(null).decide().refused()).isNull();
    assertThat(Sent.query("").decide().form()).isEqualTo(Form.EMPTY);
  }

  @Test
  void tokensAreTakenFromEverywhere() {
    String old = HIT + "&cdt=2020-01-01";
    assertThat(Sent.query(old + "&token_auth=" + Snapshots.WRITER).hit().trusted()).isTrue();
    assertThat(Sent.query(old).form("token_auth=" + Snapshots.WRITER).hit().trusted()).isTrue();
    assertThat(
            Sent.query(old).header("Authorization", "Bearer " + Snapshots.WRITER).hit().trusted())
        .isTrue();
    String item = "{\"requests\":[\"?" + old + "\"],\"token_auth\":\"" + Snapshots.WRITER + "\"}";
    assertThat(new Sent(new Snapshots().snapshot()).json(item).hit().trusted()).isTrue();
    String inside = "{\"requests\":[\"?" + old + "&token_auth=" + Snapshots.WRITER + "\"]}";
    assertThat(new Sent(new Snapshots().snapshot()).json(inside).hit().trusted()).isTrue();
  }

  @Test
  void twoTokensThatDifferAreRefused() {
    String one = HIT + "&token_auth=" + Snapshots.WRITER;
    String other = Snapshots.SUPERUSER;
    assertThat(Sent.query(one).header("Authorization", "Bearer " + other).decide().refused())
        .isEqualTo(Rejection.TOKENS_DIFFER);
    assertThat(Sent.query(one).form("token_auth=" + other).decide().refused())
        .isEqualTo(Rejection.TOKENS_DIFFER);
    String bulk = "{\"requests\":[\"?" + HIT + "\"],\"token_auth\":\"";
    Sent both = new Sent(new Snapshots().snapshot()).get("token_auth=" + other);
    assertThat(both.json(bulk + Snapshots.WRITER + "\"}").decide().refused())
        .isEqualTo(Rejection.TOKENS_DIFFER);
    assertThat(both.json(bulk + other + "\"}").hit().trusted()).isTrue();
    String secure = HIT + "&cip=1.2.3.4&token_auth=" + Snapshots.SECURE;
    assertThat(Sent.query(secure).form("token_auth=" + Snapshots.SECURE).hit().trusted()).isTrue();
    assertThat(
            Sent.query(HIT + "&token_auth=anonymous")
                .header("Authorization", "Bearer " + other)
                .hit()
                .trusted())
        .isTrue();
  }

  @Test
  void aTokenNeedsTheRightAndTheSafeWay() {
    String elsewhere = "idsite=2&rec=1&cip=1.2.3.4&token_auth=" + Snapshots.WRITER;
    assertThat(Sent.query(elsewhere).decide().refused()).isEqualTo(Rejection.ADDRESS_WITHOUT_RIGHT);
    String secure = "token_auth=" + Snapshots.SECURE;
    assertThat(Sent.query(HIT + "&cip=1.2.3.4&" + secure).decide().refused())
        .isEqualTo(Rejection.ADDRESS_WITHOUT_RIGHT);
    assertThat(Sent.query(HIT + "&cip=1.2.3.4").form(secure).hit().trusted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01+00:00:00, 2020-01-01T00:00:00Z",
    "2020-01-01T05:06:07, 2020-01-01T05:06:07Z",
    "2020-01-01T05:06:07Z, 2020-01-01T05:06:07Z",
    "2020-01-01T05:06:07.5%2B02:00, 2020-01-01T03:06:07Z",
    "2020/01/01, 2020-01-01T00:00:00Z",
    "2020-02-31, 2020-03-02T00:00:00Z",
    "1577836800, 2020-01-01T00:00:00Z",
    "@1577836800, 2020-01-01T00:00:00Z",
    "1577836800.7, 2020-01-01T00:00:00Z",
    "'Wed, 01 Jan 2020 00:00:00 GMT', 2020-01-01T00:00:00Z",
    "yesterday, 2026-03-09T00:00:00Z",
    "2036-01-01, 2026-03-10T12:00:00.123456Z",
    "1990-01-01, 2026-03-10T12:00:00.123456Z",
    "now, 2026-03-10T12:00:00.123456Z",
    "2020-13-01, 2026-03-10T12:00:00.123456Z",
    "-5, 2026-03-10T12:00:00.123456Z",
    "9999999999999999999999, 2026-03-10T12:00:00.123456Z",
    "'', 2026-03-10T12:00:00.123456Z",
    "2020-01-01&cdo=60, 2019-12-31T23:59:00Z",
    "&cdo=60, 2026-03-10T11:59:00Z",
  })
  void timesAreReadAndBounded(String given, Instant at) {
    TrackingRequest hit =
        Sent.query(HIT + "&token_auth=" + Snapshots.WRITER + "&cdt=" + given).hit();
    assertThat(hit.happenedAt()).isEqualTo(at);
    assertThat(hit.parameters()).doesNotContainKey("cdo");
    assertThat(hit.parameters().containsKey("cdt")).isEqualTo(!at.equals(Snapshots.NOW));
  }

  @Test
  void theAddressIsMaskedAfterEverythingWasLearntOfIt() {
    PlaceLookup places = PlaceLookup.builtin();
    TrackingRequest hit = Sent.query(HIT).from("194.57.91.215").with(places).hit();
    assertThat(hit.address()).isEqualTo(IpText.parse("194.57.0.0"));
    assertThat(hit.place()).isEqualTo(Place.in("fr"));
    assertThat(hit.addressHash())
        .isNotEqualTo(Sent.query(HIT).from("194.57.91.216").hit().addressHash());
    Snapshots masked = new Snapshots().with(InstanceSetting.ENRICH_FROM_MASKED, "1");
    assertThat(new Sent(masked.snapshot()).get(HIT).from("194.57.91.215").hit().addressHash())
        .isEqualTo(new Sent(masked.snapshot()).get(HIT).from("194.57.1.2").hit().addressHash());
    Snapshots whole = new Snapshots().with(InstanceSetting.MASKED_BYTES, "0");
    assertThat(new Sent(whole.snapshot()).get(HIT).from("194.57.91.215").hit().address())
        .isEqualTo(IpText.parse("194.57.91.215"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"country=it", "region=IDF", "city=Roma", "lat=1.5", "long=2"})
  void aPlaceThatIsToldIsNotMixedWithTheOneThatIsFound(String told) {
    String token = "&token_auth=" + Snapshots.WRITER;
    PlaceLookup places = PlaceLookup.builtin();
    Sent sent = Sent.query(HIT + token + "&" + told).from("194.57.91.215").with(places);
    assertThat(sent.hit().place()).isEqualTo(Place.UNKNOWN);
    assertThat(Sent.query(HIT + token).from("194.57.91.215").with(places).hit().place())
        .isEqualTo(Place.in("fr"));
  }

  @Test
  void cipStandsForTheAddressAndGoesNoFurther() {
    TrackingRequest hit = Sent.query(HIT + "&cip=203.0.113.9&token_auth=" + Snapshots.WRITER).hit();
    TrackingRequest direct = Sent.query(HIT).from("203.0.113.9").hit();
    assertThat(hit.address()).isEqualTo(IpText.parse("203.0.0.0"));
    assertThat(hit.addressHash()).isEqualTo(direct.addressHash());
    assertThat(hit.parameters()).doesNotContainKey("cip");
  }

  @Test
  void thePageComesFromTheReferrerOfAnImage() {
    Sent image = Sent.query("idsite=1&rec=1").header("Referer", "http://example.org/p");
    assertThat(image.hit().parameter("url")).isEqualTo("http://example.org/p");
    Sent given = Sent.query("idsite=1&rec=1&urlref=x").header("Referer", "http://example.org/p");
    assertThat(given.hit().parameter("url")).isEmpty();
  }

  @Test
  void textsInOtherCharsetsAreRead() {
    assertThat(Sent.query(HIT + "&cs=windows-1252&action_name=%E9").hit().parameter("action_name"))
        .isEqualTo("é");
    assertThat(Sent.query(HIT + "&action_name=%E9").hit().parameter("action_name"))
        .isEqualTo("\uFFFD");
    assertThat(Sent.query(HIT + "&cs=%00nope&action_name=a%E9").hit().parameter("action_name"))
        .isEqualTo("a\uFFFD");
  }

  @Test
  void tooMuchIsRefused() {
    assertThat(Sent.query(HIT + "&action_name=" + "x".repeat(70_000)).decide().refused())
        .isEqualTo(Rejection.HIT_TOO_LARGE);
    StringBuilder many = new StringBuilder(HIT);
    for (int i = 0; i < 1_001; i++) {
      many.append("&p").append(i).append("=1");
    }
    assertThat(Sent.query(many.toString()).decide().refused())
        .isEqualTo(Rejection.TOO_MANY_PARAMETERS);
    assertThat(Sent.query(HIT).header("User-Agent", "x".repeat(9_000)).hit().userAgent())
        .hasSize(1_000);
  }

  @Test
  void sendImageIsHeard() {
    assertThat(Sent.query(HIT + "&send_image=0").decide().image()).isFalse();
    assertThat(Sent.query(HIT + "&send_image=1").decide().image()).isTrue();
    assertThat(List.of(Sent.query(HIT).decide().tracked())).containsExactly(1);
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
