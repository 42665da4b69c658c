package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How numbers moved from period to period. They count from the first that is not 0 on: what there
 * was none of has neither a least nor a greatest.
 *
 * @param first the number of the first period
 * @param counted the numbers that count
 * @param last the number of the last period
 */
record Change(BigDecimal first, List<BigDecimal> counted, BigDecimal last) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Change of(List<BigDecimal> values) {
    int from = 0;
    while (from < values.size() && values.get(from).signum() <= 0) {
      from++;
    }
    return new Change(
        values.get(0), values.subList(from, values.size()), values.get(values.size() - 1));
  }

  /** As clients read it; nothing changed from nothing. */
  Map<String, Object> named(String name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    if (!counted.isEmpty()) {
      fields.put("min", NumberStyle.plain(Collections.min(counted)));
      fields.put("max", NumberStyle.plain(Collections.max(counted)));
    }
    if (first.signum() != 0) {
      BigDecimal percent =
          last.subtract(first).multiply(HUNDRED).divide(first, 0, RoundingMode.HALF_UP);
      fields.put("change", (percent.signum() < 0 ? "" : "+") + percent.toPlainString() + "%");
    }
    return fields;
  }
}
