package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.footfall.enrich.geo.Place;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.Test;

class TrackingRequestCodecTest {
  private static final String HEAD =
      "07" // site
          + "b9b398aed4e88b03" // 2025-03-01T10:20:30.123449Z
          + "%s" // trusted, IPv4
          + "0123456789abcdef" // hash
          + "c0000200" // address
          + "026672"; // country

  private static final String TAIL =
      "024d37" // user agent
          + "026465" // language
          + "015b023f30" // hints: sec-ch-ua-mobile
          + "03" // parameters
          + "020b687474703a2f2f612f6263" // url
          + "0102c3a9" // action_name
          + "000161" // a
          + "00";

  /** What waits in queues was written like this: when these fail, make a new version. */
  private static final String GOLDEN = "02" + HEAD.formatted("03") + TAIL;

  private static final String DETAILED =
      "02"
          + HEAD.formatted("0b") // the rest of the place follows
          + "03494446" // region
          + "055061726973" // city
          + "024578" // provider
          + "80cfac2e" // 48.6
          + "9fcceb01" // -1.93
          + TAIL;

  private static final String VERSION_1 = "01" + HEAD.formatted("03") + TAIL;

  @Test
  void bytesStayAsTheyAre() {
    assertGolden(GOLDEN, request(Place.in("fr")));
    assertGolden(DETAILED, request(new Place("fr", "IDF", "Paris", 48_600_000, -1_930_000, "Ex")));
  }

  @Test
  void whatTheFirstVersionQueuedIsRead() {
    assertSame(
        TrackingRequestCodec.decode(HexFormat.of().parseHex(VERSION_1)), request(Place.in("fr")));
  }

  private static void assertGolden(String golden, TrackingRequest request) {
    String bytes = HexFormat.of().formatHex(TrackingRequestCodec.encode(request));
    assertThat(bytes).isEqualTo(golden);
    assertSame(TrackingRequestCodec.decode(HexFormat.of().parseHex(golden)), request);
  }

  private static TrackingRequest request(Place place) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("url", "http://a/bc");
    parameters.put("action_name", "é");
    parameters.put("a", "");
    return new TrackingRequest(
        new SiteId(7),
        Instant.parse("2025-03-01T10:20:30.123449Z"),
        parameters,
        "M7",
        "de",
        Map.of("sec-ch-ua-mobile", "?0"),
        new byte[] {(byte) 192, 0, 2, 0},
        0x0123456789abcdefL,
        place,
        true);
  }

  @Property
  void whatWentInComesOut(
      @ForAll @IntRange(min = 1) int site,
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 4_000_000_000_000_000L) long micros,
      @ForAll Map<String, String> parameters,
      @ForAll String text,
      @ForAll long hash,
      @ForAll @IntRange(max = 2) int kind,
      @ForAll long degrees,
      @ForAll boolean trusted) {
    TrackingRequest request =
        new TrackingRequest(
            new SiteId(site),
            Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS),
            sound(parameters),
            sound(text),
            "en",
            Map.of("sec-ch-ua", sound(text), "x", ""),
            new byte[kind == 0 ? 0 : kind == 1 ? 4 : 16],
            hash,
            new Place("", "", sound(text), degrees, -degrees, ""),
            trusted);
    assertSame(TrackingRequestCodec.decode(TrackingRequestCodec.encode(request)), request);
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
    readOrRefuse(bytes);
    byte[] likely = bytes.clone();
    if (likely.length > 1) {
      likely[0] = (byte) (1 + bytes.length % 2);
      likely[1] = 1;
    }
    readOrRefuse(likely);
  }

  @Property
  void damageIsReadOrRefused(@ForAll @IntRange(max = 60) int at, @ForAll byte value) {
    byte[] bytes = HexFormat.of().parseHex(DETAILED);
    bytes[at % bytes.length] = value;
    readOrRefuse(bytes);
    readOrRefuse(Arrays.copyOf(bytes, at % bytes.length));
  }

  @Test
  void otherVersionsAreRefused() {
    assertThatThrownBy(() -> TrackingRequestCodec.decode(new byte[] {9, 1}))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("format 9");
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      TrackingRequest read = TrackingRequestCodec.decode(bytes);
      assertThat(read.site().value()).isPositive();
    } catch (CodecException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  /** Half characters cannot be stored as UTF-8; the parser has replaced them before. */
  private static String sound(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Map<String, String> sound(Map<String, String> texts) {
    Map<String, String> sound = new LinkedHashMap<>();
    texts.forEach((name, value) -> sound.put(sound(name), sound(value)));
    return sound;
  }

  private static void assertSame(TrackingRequest actual, TrackingRequest expected) {
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }
}
