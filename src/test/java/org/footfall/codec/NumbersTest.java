package org.footfall.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Property
  void sumsStopWhereNumbersEnd(@ForAll long a, @ForAll long b) {
    BigInteger exact = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
    assertThat(BigInteger.valueOf(Numbers.sum(a, b))).isEqualTo(exact.min(most).max(least));
  }

  @Test
  void columnsAreAddedUpWithoutWrapping() {
    long[] sums = {Long.MAX_VALUE - 1, 5};
    Numbers.of(new long[] {7_000_000_000_000_000_000L, 6}).addTo(sums, new int[] {0, 1});
    assertThat(sums).containsExactly(Long.MAX_VALUE, 11);
  }
}
