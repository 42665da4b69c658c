package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:34:56Z");

  @ParameterizedTest
  @CsvSource({
    "1763894096, 2025-11-23T10:34:56Z",
    "@1763894096, 2025-11-23T10:34:56Z",
    "1763894096.789, 2025-11-23T10:34:56Z",
    "today, 2026-11-23T00:00:00Z",
    "yesterday, 2026-11-22T00:00:00Z",
    "2026-03-10, 2026-03-10T00:00:00Z",
    "2026/03/10 12:30, 2026-03-10T12:30:00Z",
    "2026-03-10T12:30:15+01:00, 2026-03-10T11:30:15Z",
    "'Tue, 10 Mar 2026 12:30:15 GMT', 2026-03-10T12:30:15Z",
  })
  void aTimeIsReadInEachOfItsForms(String given, Instant meant) {
    assertThat(HitTime.of(given, 0, NOW)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "@",
        ".",
        "@.",
        "-1",
        "0",
        "1",
        "9999999999999",
        "2126-01-01",
        "2001-01-01",
        "2026-99-99",
        "2026-03-10 25:00",
        "2026-03-10 12:30 Mars",
        "soon",
        "Tue, 99 Mar",
        "２０２６"
      })
  void whatIsNoTimeIsNow(String given) {
    assertThat(HitTime.of(given, 0, NOW)).isEqualTo(NOW);
  }

  @Property
  void anyTextIsATimeWithinTwentyYears(@ForAll("texts") String given, @ForAll long offset) {
    assertThat(HitTime.of(given, offset, NOW)).isBetween(NOW.minus(Duration.ofDays(20 * 365)), NOW);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50),
        Arbitraries.strings().withChars("0123456789-/:T .@+ZGMTUTC").ofMaxLength(30));
  }
}
