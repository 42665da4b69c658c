package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.footfall.site.SiteId;
import org.footfall.tracking.TrackingRequest;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static TrackingRequest request(Map<String, String> parameters) {
    return request(parameters, "Firefox", "fr-FR,fr;q=0.9,en-GB;q=0.8", 7);
  }

  private static TrackingRequest request(
      Map<String, String> parameters, String agent, String language, long address) {
    return new TrackingRequest(
        new SiteId(1),
        Instant.EPOCH,
        parameters,
        agent,
        language,
        Map.of(),
        new byte[0],
        address,
        "",
        false);
  }

  @Test
  void aUserIdComesBeforeAForcedIdAndThatBeforeTheCookies() {
    Map<String, String> all =
        Map.of("uid", "abc", "cid", "00000000000000c1", "_id", "00000000000000d1");
    assertThat(Identity.of(request(all), VisitChoices.USUAL).visitorId())
        .isEqualTo(0xa9993e364706816aL);
    assertThat(Identity.of(request(all), VisitChoices.USUAL).alone()).isFalse();
    Identity forced =
        Identity.of(
            request(Map.of("cid", "00000000000000c1", "_id", "00000000000000d1")),
            VisitChoices.USUAL);
    assertThat(forced).isEqualTo(new Identity(0xc1, true, false, "", false));
    assertThat(Identity.of(request(Map.of("_id", "00000000000000D1ff")), VisitChoices.USUAL))
        .isEqualTo(new Identity(0xd1, false, false, "", false));
  }

  @Test
  void whatIsNoIdIsNone() {
    for (String id : new String[] {"", "abc", "00000000000000gx", "١١١١١١١١١١١١١١١١"}) {
      assertThat(Identity.of(request(Map.of("_id", id)), VisitChoices.USUAL))
          .isEqualTo(Identity.UNKNOWN);
    }
  }

  @Test
  void anIdOfOneDigitNamesNobody() {
    for (String id : new String[] {"0000000000000000", "ffffffffffffffff"}) {
      Identity identity = Identity.of(request(Map.of("_id", id)), VisitChoices.USUAL);
      assertThat(identity.isKnown()).isFalse();
      assertThat(identity.refused()).isTrue();
      assertThat(Identity.of(request(Map.of("cid", id)), VisitChoices.USUAL).isKnown()).isFalse();
    }
  }

  @Test
  void aDeviceIsToldByAddressAgentLanguageAndPlugins() {
    long id = ConfigId.of(request(Map.of()), 7);
    assertThat(ConfigId.of(request(Map.of("url", "other")), 7)).isEqualTo(id);
    assertThat(ConfigId.of(request(Map.of()), 6)).isNotEqualTo(id);
    String language = "fr-FR,fr;q=0.9,en-GB;q=0.8";
    assertThat(ConfigId.of(request(Map.of(), "Opera", language, 7), 7)).isNotEqualTo(id);
    assertThat(ConfigId.of(request(Map.of(), "Firefox", "de", 7), 7)).isNotEqualTo(id);
    assertThat(ConfigId.of(request(Map.of(), "Firefox", language, 8), 7)).isNotEqualTo(id);
    String longer = language.substring(0, 20) + " and more";
    assertThat(ConfigId.of(request(Map.of(), "Firefox", longer, 7), 7)).isEqualTo(id);
  }

  @Test
  void theFirstLanguageThereIsCounts() {
    assertThat(Languages.code("de-CH,fr;q=0.9, en;q=0.8")).isEqualTo("de-ch");
    assertThat(Languages.code("zh_Hans_SG")).isEqualTo("zh-sg");
    assertThat(Languages.code("fr-xx")).isEqualTo("fr");
    assertThat(Languages.code("kpe_LR,el")).isEqualTo("el");
    assertThat(Languages.code("kpe_LR")).isEqualTo("xx");
    assertThat(Languages.code("x".repeat(30) + ",;q=1")).isEmpty();
    assertThat(Languages.code("")).isEmpty();
  }

  @Test
  void languagesTellAPlaceWhereNothingElseDoes() {
    assertThat(Languages.country("de-CH,fr;q=0.9, en;q=0.8")).isEqualTo("ch");
    assertThat(Languages.country("fr")).isEqualTo("fr");
    assertThat(Languages.country("en")).isEmpty();
    assertThat(Languages.country("")).isEmpty();
    assertThat(Languages.country("x-zz")).isEmpty();
    assertThat(Languages.country("kpe_LR")).isEqualTo("lr");
    assertThat(Languages.country("en,fi")).isEqualTo("fi");
  }

  @Test
  void whatBrowsersAddDoesNotBeatTheFirstLanguage() {
    assertThat(Languages.country("fr,en-us,en;q=0.5")).isEqualTo("fr");
    assertThat(Languages.country("el,fi")).isEqualTo("gr");
    assertThat(Languages.country("en,en-us,en;q=")).isEqualTo("us");
    assertThat(Languages.country("ar,en-us")).isEqualTo("us");
    assertThat(Languages.country("fr-ch,de-de")).isEqualTo("ch");
  }
}
