package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.footfall.report.Ratio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
  @ParameterizedTest
  @CsvSource({
    "PERCENTAGES, SHARE, 0.33, 33%",
    "PERCENTAGES, SHARE, 0, 0%",
    "PERCENTAGES, FINE_SHARE, 0.1429, 14.29%",
    "PERCENTAGES, FINE_SHARE, 0.1250, 12.5%",
    "PERCENTAGES, FINE_SHARE, 1, 100%",
    "PERCENTAGES, FINE_SHARE, 0, 0%",
    "RAW, FINE_SHARE, 0.1250, 0.125",
    "RAW, SHARE, 0.50, 0.5",
    "PERCENTAGES, NUMBER, 5.0, 5",
    "PERCENTAGES, SECONDS, 3661, 3661",
    "PRETTY, SECONDS, 61, 1 min 1s",
    "PRETTY, SECONDS, 90061, 1 days 1 hours",
    "CLOCK, SECONDS, 3661, 01:01:01"
  })
  void spells(NumberStyle style, Ratio.Unit unit, BigDecimal value, String text) {
    assertThat(style.spell(unit, value)).hasToString(text);
  }
}
