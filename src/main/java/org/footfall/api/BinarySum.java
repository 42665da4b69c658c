package org.footfall.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sum that a Matomo works out in binary. In JSON it has the digits that then come out, such as
 * 1.7610000000000001; everywhere else it is the sum as anybody would write it.
 */
record BinarySum(double inBinary, BigDecimal sum) {
  /** The sum of some numbers, in their order; a plain number where binary makes no difference. */
  static Object of(List<BigDecimal> parts) {
    double inBinary = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      inBinary += part.doubleValue();
      sum = sum.add(part);
    }
    return inBinary == sum.doubleValue() ? NumberStyle.plain(sum) : new BinarySum(inBinary, sum);
  }

  @Override
  public String toString() {
    return NumberStyle.plain(sum).toString();
  }
}
