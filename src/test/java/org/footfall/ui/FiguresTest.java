package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void countsAreExactWithSeparators() {
    assertThat(Figures.count(4_812_306)).isEqualTo("4,812,306");
    assertThat(Figures.count(999)).isEqualTo("999");
    assertThat(Figures.counted(1, "visit", "visits")).isEqualTo("1 visit");
    assertThat(Figures.counted(0, "visit", "visits")).isEqualTo("0 visits");
  }

  @Test
  void sharesHaveOneDecimalAndSmallOnesSaySo() {
    assertThat(Figures.share(584, 1000)).isEqualTo("58.4%");
    assertThat(Figures.share(1, 1)).isEqualTo("100.0%");
    assertThat(Figures.share(1, 10_000)).isEqualTo("< 0.1%");
    assertThat(Figures.share(0, 10)).isEqualTo("0.0%");
    assertThat(Figures.share(0, 0)).isEqualTo("–");
  }

  @Test
  void durationsUseTwoUnits() {
    assertThat(Figures.duration(42)).isEqualTo("42s");
    assertThat(Figures.duration(59.6)).isEqualTo("1m 00s");
    assertThat(Figures.duration(112)).isEqualTo("1m 52s");
    assertThat(Figures.duration(3_840)).isEqualTo("1h 04m");
  }

  @Test
  void axesAbbreviate() {
    assertThat(Figures.abbreviated(950)).isEqualTo("950");
    assertThat(Figures.abbreviated(50_000)).isEqualTo("50k");
    assertThat(Figures.abbreviated(1_200_000)).isEqualTo("1.2M");
    assertThat(Figures.abbreviated(999_900)).isEqualTo("1M");
    assertThat(Figures.abbreviated(0)).isEqualTo("0");
    assertThat(Figures.abbreviated(2_500)).isEqualTo("2.5k");
  }

  @Test
  void positionsAreShortAndNeverNegativeZero() {
    assertThat(Figures.position(33.333333)).isEqualTo("33.33");
    assertThat(Figures.position(100)).isEqualTo("100");
    assertThat(Figures.position(-0.0001)).isEqualTo("0");
  }

  @Test
  void changesSayDirectionBySignAndWelcomeByTone() {
    assertThat(Change.ofCount(1_042, 1_000)).isEqualTo(new Change("▲ 4.2%", "good"));
    assertThat(Change.ofCount(780, 1_000)).isEqualTo(new Change("▼ 22.0%", "bad"));
    assertThat(Change.ofCount(1_000, 1_000)).isEqualTo(new Change("= 0.0%", ""));
    assertThat(Change.ofCount(5, 0)).isEqualTo(new Change("new", ""));
    assertThat(Change.ofCount(0, 0)).isEqualTo(Change.UNKNOWN);
    assertThat(Change.ofUnwelcomeRate(0.573, 0.584)).isEqualTo(new Change("▼ 1.1 pts", "good"));
    assertThat(Change.ofDuration(115, 112)).isEqualTo(new Change("▲ 3s", "good"));
  }
}
