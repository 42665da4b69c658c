package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.site.InstanceSetting;
import org.footfall.site.NewSite;
import org.footfall.site.Site.KeepFragment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out is answered as a success, and counted by its rule. */
class ExclusionTest {
  private static final String HIT = "rec=1&url=http%3A%2F%2Fexample.org%2Fa&idsite=";

  @Test
  void onlyRecOneIsRecorded() {
    assertThat(why(Sent.query("idsite=1"))).isEqualTo(Exclusion.NOT_RECORDED);
    assertThat(why(Sent.query("idsite=1&rec=0&cid=bad"))).isEqualTo(Exclusion.NOT_RECORDED);
    assertThat(why(Sent.query("idsite=1&rec=true"))).isEqualTo(Exclusion.NOT_RECORDED);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Purpose, preview, PREFETCH",
    "X-Purpose, instant, PREFETCH",
    "X-Moz, prefetch, PREFETCH",
    "Sec-Purpose, prefetch;prerender, PREFETCH",
    "Sec-Purpose, other, ",
    "Cookie, matomo_ignore=ignore%3DKg%3D%3D, OPTED_OUT",
    "Cookie, a=b; piwik_ignore=x, OPTED_OUT",
    "Cookie, not_matomo_ignore=x, ",
    "DNT, 1, ",
  })
  void headersSpeakForTheVisitor(String name, String value, Exclusion why) {
    assertThat(why(Sent.query(HIT + 1).header(name, value))).isEqualTo(why);
  }

  @Test
  void doNotTrackCountsWhereItIsSwitchedOn() {
    Snapshot snapshot = new Snapshots().with(InstanceSetting.DO_NOT_TRACK, "1").snapshot();
    assertThat(why(new Sent(snapshot).get(HIT + 1).header("DNT", "1")))
        .isEqualTo(Exclusion.DO_NOT_TRACK);
    assertThat(why(new Sent(snapshot).get(HIT + 1).header("X-Do-Not-Track", "1")))
        .isEqualTo(Exclusion.DO_NOT_TRACK);
    assertThat(why(new Sent(snapshot).get(HIT + 1).header("DNT", "0"))).isNull();
  }

  @Test
  void globalPrivacyControlCountsWhereItIsSwitchedOn() {
    Snapshot snapshot =
        new Snapshots().with(InstanceSetting.GLOBAL_PRIVACY_CONTROL, "1").snapshot();
    assertThat(why(new Sent(snapshot).get(HIT + 1).header("Sec-GPC", "1")))
        .isEqualTo(Exclusion.GLOBAL_PRIVACY_CONTROL);
    assertThat(why(new Sent(snapshot).get(HIT + 1).header("DNT", "1"))).isNull();
    assertThat(why(Sent.query(HIT + 1).header("Sec-GPC", "1"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "e_c==video, e_c=Video&e_a=x, true",
    "e_c=video, e_c=videos&e_a=x, false",
    "e_c!=video, e_c=a&e_a=x, true",
    "e_c!=video, '', false",
    "e_c=@ide, e_c=video&e_a=x, true",
    "e_c!@ide, e_c=video&e_a=x, false",
    "e_c!@ide, e_c=a&e_a=x, true",
    "e_c=^vi, e_c=video&e_a=x, true",
    "e_c=$eo, e_c=video&e_a=x, true",
    "e_c=$vi, e_c=video&e_a=x, false",
    "search_count<5, search_count=4, true",
    "search_count<=5, search_count=5, true",
    "search_count>5, search_count=5, false",
    "search_count>=5, search_count=x, false",
    "' action_name == a=b ', action_name=A%3Db, true",
  })
  void theConfigurationLeavesHitsOut(String condition, String sent, boolean out) {
    DoorRules rules = rules(new ExcludedRequests(List.of("dimension9==x", condition)), false);
    assertThat(why(Sent.query(HIT + "1&" + sent).with(rules)))
        .isEqualTo(out ? Exclusion.EXCLUDED_REQUEST : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e_c", "==x", "e_c~x", "!=", "e c==x"})
  void aConditionThatCannotBeReadIsNamed(String condition) {
    assertThatThrownBy(() -> new ExcludedRequests(List.of(condition)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tracking.exclude_requests: \"" + condition + "\" is no condition");
  }

  @Test
  void referrersOfSpamAreLeftOut() {
    DoorRules rules = rules(new ExcludedRequests(List.of()), true);
    String referred = HIT + "1&urlref=http%3A%2F%2FBuy.Spam.Example%2F";
    assertThat(why(Sent.query(referred).with(rules))).isEqualTo(Exclusion.REFERRER_SPAM);
    assertThat(why(Sent.query(HIT + "1&urlref=http%3A%2F%2Fa%2F").with(rules))).isNull();
    assertThat(why(Sent.query(HIT + 1).with(rules))).isNull();
  }

  /** Of several reasons the first in the order of the constants is told. */
  @Test
  void rulesAreTriedInTheirOrder() {
    Snapshot snapshot =
        new Snapshots()
            .with(InstanceSetting.DO_NOT_TRACK, "1")
            .with(InstanceSetting.GLOBAL_PRIVACY_CONTROL, "1")
            .with(InstanceSetting.EXCLUDED_IPS, "198.51.100.77")
            .with(InstanceSetting.EXCLUDED_USER_AGENTS, "curl")
            .with(strict(List.of(), List.of(), true))
            .snapshot();
    DoorRules rules = rules(new ExcludedRequests(List.of("e_c==video")), true);
    List<UnaryOperator<Sent>> reasons =
        List.of(
            sent -> sent.header("X-Moz", "prefetch"),
            sent -> sent.get("rec=1&idsite=3&url=http%3A%2F%2Felse.example%2F"),
            sent -> sent.get("rec=1&idsite=3&url=x&urlref=http%3A%2F%2Fspam.example%2F"),
            sent -> sent.header("User-Agent", "curl"),
            sent -> sent.from("198.51.100.77"),
            sent -> sent.header("Cookie", "matomo_ignore=x"),
            sent -> sent.get("rec=1&idsite=3&url=x&urlref=spam&e_c=video&e_a=x"),
            sent -> sent.header("Sec-GPC", "1"),
            sent -> sent.header("DNT", "1"),
            sent -> sent.get("rec=0&idsite=3&e_c=video"));
    Sent sent =
        new Sent(snapshot)
            .get("rec=1&idsite=3&url=http%3A%2F%2Fwww.example.net%2Fshop")
            .from("192.0.2.1")
            .with(rules);
    assertThat(why(sent)).isNull();
    List<Exclusion> told = new ArrayList<>();
    for (UnaryOperator<Sent> reason : reasons) {
      told.add(0, why(reason.apply(sent)));
    }
    assertThat(told).containsExactly(Exclusion.values());
  }

  private static DoorRules rules(ExcludedRequests excluded, boolean spam) {
    return new DoorRules(PlaceLookup.none(), excluded, url -> spam && url.contains("spam"), false);
  }

  @Test
  void addressesAreLeftOutHereAndEverywhere() {
    Snapshot snapshot =
        new Snapshots()
            .with(InstanceSetting.EXCLUDED_IPS, "192.0.2.0/24\n2001:db8::/32\nnonsense")
            .with(strict(List.of("10.1.*.*"), List.of(), false))
            .snapshot();
    assertThat(why(new Sent(snapshot).get(HIT + 1).from("192.0.2.9"))).isEqualTo(Exclusion.ADDRESS);
    assertThat(why(new Sent(snapshot).get(HIT + 1).from("2001:db8::9")))
        .isEqualTo(Exclusion.ADDRESS);
    assertThat(why(new Sent(snapshot).get(HIT + 1).from("10.1.2.3"))).isNull();
    assertThat(why(new Sent(snapshot).get(HIT + 3).from("10.1.2.3"))).isEqualTo(Exclusion.ADDRESS);
    assertThat(why(new Sent(snapshot).get(HIT + 3).from("192.0.2.9"))).isEqualTo(Exclusion.ADDRESS);
    String cip = "&cip=192.0.2.9&token_auth=" + Snapshots.SUPERUSER;
    assertThat(why(new Sent(snapshot).get(HIT + 1 + cip))).isEqualTo(Exclusion.ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({
    "Curl/8, true",
    "mycrawler 2, true",
    "MYCRAWLER 2, false",
    "Monitor 1, true",
    "MONITOR 7, true",
    "a(b, true",
    "Mozilla, false",
    "'', false",
  })
  void userAgentsAreLeftOutByTextOrExpression(String agent, boolean out) {
    Snapshot snapshot =
        new Snapshots()
            .with(InstanceSetting.EXCLUDED_USER_AGENTS, "curl")
            .with(strict(List.of(), List.of("/crawler \\d/", "/^monitor/i", "/a(b/"), false))
            .snapshot();
    Exclusion why = why(new Sent(snapshot).get(HIT + 3).header("User-Agent", agent));
    assertThat(why).isEqualTo(out ? Exclusion.USER_AGENT : null);
  }

  /** It takes time that doubles with each character, but not here. */
  @Test
  void anExpressionThatNeverEndsLeavesNobodyOut() {
    Snapshot snapshot =
        new Snapshots().with(InstanceSetting.EXCLUDED_USER_AGENTS, "/^(a+)+$/").snapshot();
    Sent sent = new Sent(snapshot).get(HIT + 1);
    assertThat(why(sent.header("User-Agent", "a".repeat(400) + "!"))).isNull();
    assertThat(why(sent.header("User-Agent", "aaa"))).isEqualTo(Exclusion.USER_AGENT);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.net/shop/x, true",
    "https://www.EXAMPLE.net:8443/shop, true",
    "http://example.net/shopping, false",
    "http://example.net/, false",
    "http://user@app.example.net/any?x, true",
    "http://evil.org/?http://app.example.net/, false",
    "'', false",
    "::::, false",
  })
  void pagesOfOtherSitesAreLeftOutWhereAsked(String url, boolean in) {
    Snapshot snapshot = new Snapshots().with(strict(List.of(), List.of(), true)).snapshot();
    Sent sent =
        new Sent(snapshot)
            .get(
                "idsite=3&rec=1&url="
                    + java.net.URLEncoder.encode(url, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(why(sent)).isEqualTo(in ? null : Exclusion.UNKNOWN_URL);
  }

  @Test
  void theRuleIsCounted() {
    Sent sent = Sent.query("idsite=1");
    assertThat(sent.decide().tracked()).isEqualTo(1);
    List<DoorCounts.Count> counts = sent.counts.drain();
    assertThat(counts).containsExactly(new DoorCounts.Count(1, "excluded", "not_recorded", 1));
    assertThat(sent.counts.drain()).isEmpty();
    sent.counts.giveBack(counts);
    assertThat(sent.counts.drain()).isEqualTo(counts);
  }

  private static Exclusion why(Sent sent) {
    Decision decision = sent.decide();
    assertThat(decision.refused()).isNull();
    assertThat(decision.hits()).hasSize(decision.excluded() == null ? 1 : 0);
    return decision.excluded();
  }

  private static NewSite strict(List<String> addresses, List<String> agents, boolean ownPagesOnly) {
    NewSite plain = Snapshots.website("http://www.example.net/shop");
    return new NewSite(
        plain.name(),
        List.of("http://www.example.net/shop", "https://app.example.net"),
        plain.type(),
        plain.group(),
        plain.createdAt(),
        plain.zone(),
        plain.currency(),
        false,
        true,
        List.of(),
        List.of(),
        addresses,
        List.of(),
        agents,
        List.of(),
        KeepFragment.DEFAULT,
        ownPagesOnly,
        "");
  }
}
