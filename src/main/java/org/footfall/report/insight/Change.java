package org.footfall.report.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A row that had so many visits before and has so many now. */
public record Change(String label, long before, long now) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What sort of change it is. */
  public enum Sort {
    /** It was there before and still is. */
    MOVED,
    NEW,
    GONE
  }

  public Sort sort() {
    if (before == 0) {
      return Sort.NEW;
    }
    return now == 0 ? Sort.GONE : Sort.MOVED;
  }

  public long difference() {
    return now - before;
  }

  /** In percent, to a tenth; what is new grew by 100. */
  public BigDecimal growth() {
    return before == 0 ? HUNDRED : percent(difference(), before);
  }

  /** A part of a whole in percent, to a tenth; 0 of nothing. */
  static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
