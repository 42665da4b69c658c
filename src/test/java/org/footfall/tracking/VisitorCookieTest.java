package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.site.InstanceSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorCookieTest {
  private static final DoorRules ON =
      new DoorRules(PlaceLookup.none(), new ExcludedRequests(List.of()), referrer -> false, true);

  /** The base64 text is {@code s:16:"00000000000000c2";}. */
  @ParameterizedTest
  @CsvSource({
    "_pk_uid=00000000000000c1, '', 00000000000000c1",
    "a=b; _pk_uid=00000000000000c1 ;c=d, '', 00000000000000c1",
    "_pk_uid=0%3DczoxNjoiMDAwMDAwMDAwMDAwMDBjMiI7%3A_%3Dabc, '', 00000000000000c2",
    "_pk_uid=0=czoxNjoiMDAwMDAwMDAwMDAwMDBjMiI7, '', 00000000000000c2",
    "_pk_uid=0=%%%, _id=00000000000000d1, 00000000000000d1",
    "_pk_uid=short, _id=00000000000000d1ffff, 00000000000000d1",
    "my_pk_uid=00000000000000c1, _id=00000000000000d1, 00000000000000d1",
    "_pk_uid=00000000000000c1, _id=00000000000000d1, 00000000000000c1",
    "_pk_uid=00000000000000c1, cid=00000000000000e1, 00000000000000e1",
    "_pk_uid=00000000000000c1, uid=anna, 00000000000000c1",
  })
  void theCookieNamesTheVisitor(String cookies, String sent, String id) {
    Sent one = Sent.query("idsite=1&rec=1&" + sent).header("Cookie", cookies).with(ON);
    assertThat(one.decide().cookie()).isEqualTo(id);
    if (!id.isEmpty() && !sent.startsWith("cid")) {
      assertThat(one.hit().parameter("_id")).isEqualTo(id);
    }
  }

  @Test
  void anIdIsDrawnForOneWhoHasNone() {
    Sent one = Sent.query("idsite=1&rec=1").with(ON);
    String id = one.decide().cookie();
    assertThat(id).matches("[0-9a-f]{16}").isNotEqualTo(one.decide().cookie());
  }

  @Test
  void noCookieIsReadOrSetElsewhere() {
    String cookie = "_pk_uid=00000000000000c1";
    Sent off = Sent.query("idsite=1&rec=1").header("Cookie", cookie);
    assertThat(off.decide().cookie()).isEmpty();
    assertThat(off.hit().parameters()).doesNotContainKey("_id");
    Snapshot cookieless = new Snapshots().with(InstanceSetting.COOKIELESS, "1").snapshot();
    Sent forced = new Sent(cookieless).get("idsite=1&rec=1").header("Cookie", cookie).with(ON);
    assertThat(forced.decide().cookie()).isEmpty();
    assertThat(forced.hit().parameters()).doesNotContainKey("_id");
    Sent out = Sent.query("idsite=1&rec=1").header("Cookie", cookie + "; matomo_ignore=x").with(ON);
    assertThat(out.decide().cookie()).isEmpty();
    String bulk = "{\"requests\":[\"?idsite=1&rec=1\"]}";
    assertThat(new Sent(new Snapshots().snapshot()).json(bulk).with(ON).decide().cookie())
        .isEmpty();
  }

  @Property
  void whateverTheCookiesSayThereIsAnId(@ForAll String cookies, @ForAll String value) {
    for (String header : List.of(cookies, "_pk_uid=" + value, "_pk_uid=0=" + value + ";")) {
      Map<String, String> hit = new LinkedHashMap<>();
      assertThat(VisitorCookie.settle(hit, header)).matches("[0-9a-fA-F]{16}");
      assertThat(hit).containsOnlyKeys("_id");
    }
  }
}
