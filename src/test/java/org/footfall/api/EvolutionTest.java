package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 0%, 0",
    "5, 0, 1, 100%, 1",
    "0, 5, 1, -100%, -1",
    "3, 2, 1, 50%, 1",
    "2, 3, 1, -33.3%, -1",
    "1000, 999, 1, 0.1%, 1",
    "10000, 9999, 1, 0%, 1",
    "5, 10, 0.5, 0%, 0",
    "9223372036854775807, 1, 1, 922337203685477580600%, 1"
  })
  void tellsTheChange(long now, long before, BigDecimal ratio, String percent, int trend) {
    Evolution evolution = Evolution.of(now, before, ratio);
    assertThat(evolution.percent()).isEqualTo(percent);
    assertThat(evolution.trend()).isEqualTo(trend);
  }
}
