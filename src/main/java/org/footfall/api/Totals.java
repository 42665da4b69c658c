package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.Row;

/**
 * A report's one row as names and values.
 *
 * @param uniques whether unique counts are told
 */
record Totals(Row row, boolean uniques, NumberStyle numbers) {
  /** Unique counts are left out of periods for which clients expect none, unless they ask. */
  static Totals of(Row row, Period.Kind kind, LineStyle style) {
    boolean expected = kind != Period.Kind.YEAR && kind != Period.Kind.RANGE;
    return new Totals(row, expected || style.exactUniques(), style.numbers());
  }

  /** All of the report's columns, in its order. */
  Map<String, Object> of(Report report) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Metric metric : report.metrics()) {
      put(columns, metric, "");
    }
    for (Ratio ratio : report.ratios()) {
      put(columns, ratio, "");
    }
    return columns;
  }

  /** One column. */
  void put(Map<String, Object> columns, Metric metric, String suffix) {
    boolean told = !metric.optional() || row.has(metric);
    if (told && (uniques || metric.join() != Metric.Join.UNIQUE)) {
      columns.put(MatomoNames.of(metric) + suffix, number(metric));
    }
  }

  Object number(Metric metric) {
    return row.number(metric).map(NumberStyle::plain).orElse(0);
  }

  void put(Map<String, Object> columns, Ratio ratio, String suffix) {
    if (ratio.in(row)) {
      columns.put(MatomoNames.of(ratio) + suffix, numbers.spell(ratio.unit(), ratio.of(row)));
    }
  }
}
