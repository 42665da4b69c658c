package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a number stands to the one before it. */
record Evolution(BigDecimal now, BigDecimal before) {
  private static final int DIGITS = 6;

  static Evolution of(long now, long before, BigDecimal ratio) {
    return new Evolution(BigDecimal.valueOf(now), BigDecimal.valueOf(before).multiply(ratio));
  }

  /** The change as a part of the number before; all of it where there was nothing before. */
  BigDecimal change() {
    if (before.signum() == 0) {
      return now.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
    }
    return now.subtract(before).divide(before, DIGITS, RoundingMode.HALF_UP);
  }

  /** {@code 12.5%}. */
  String percent() {
    BigDecimal percent =
        change().multiply(BigDecimal.valueOf(100)).setScale(1, RoundingMode.HALF_UP);
    return percent.signum() == 0 ? "0%" : percent.stripTrailingZeros().toPlainString() + "%";
  }

  /** -1, 0 or 1. */
  int trend() {
    return now.compareTo(before);
  }
}
