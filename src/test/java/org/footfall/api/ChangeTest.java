package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
  @ParameterizedTest
  @CsvSource({
    "'4 0 0',   '{name=x, min=0, max=4, change=-100%}'",
    "'1 1',     '{name=x, min=1, max=1, change=+0%}'",
    "'67 100',  '{name=x, min=67, max=100, change=+49%}'",
    "'3 2 1',   '{name=x, min=1, max=3, change=-67%}'",
    "'0 5 2',   '{name=x, min=2, max=5}'",
    "'0 50 0',  '{name=x, min=0, max=50}'",
    "'1.5 2.5', '{name=x, min=1.5, max=2.5, change=+67%}'",
    "'0 0',     '{name=x}'"
  })
  void tellsTheLeastTheGreatestAndTheChange(String values, String told) {
    List<BigDecimal> numbers = Stream.of(values.split(" ")).map(BigDecimal::new).toList();
    assertThat(Change.of(numbers).named("x")).hasToString(told);
  }
}
