package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BinarySumTest {
  private static Object sum(String... parts) {
    return BinarySum.of(Stream.of(parts).map(BigDecimal::new).toList());
  }

  @Test
  void digitsOfBinaryAreForJsonAlone() {
    Object sum = sum("0.1", "0.2");
    assertThat(sum).isInstanceOf(BinarySum.class).hasToString("0.3");
    assertThat(((BinarySum) sum).inBinary()).isEqualTo(0.30000000000000004);
  }

  @Test
  void whatBinaryDoesNotChangeIsAPlainNumber() {
    assertThat(sum("0.25", "0.5")).isEqualTo(new BigDecimal("0.75"));
    assertThat(sum("0.5", "0.5")).isEqualTo(1L);
    assertThat(BinarySum.of(List.of())).isEqualTo(0L);
  }
}
