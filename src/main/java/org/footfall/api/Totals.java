package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.Row;

/** A report's one row as names and values. */
record Totals(Row row, Period.Kind kind, NumberStyle numbers) {
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

  /** One column; unique counts are left out of periods for which clients expect none. */
  void put(Map<String, Object> columns, Metric metric, String suffix) {
    boolean exact = kind != Period.Kind.YEAR && kind != Period.Kind.RANGE;
    if (exact || metric.join() != Metric.Join.UNIQUE) {
      columns.put(MatomoNames.of(metric) + suffix, RowNumbers.plain(row, metric));
    }
  }

  void put(Map<String, Object> columns, Ratio ratio, String suffix) {
    columns.put(MatomoNames.of(ratio) + suffix, numbers.spell(ratio.unit(), ratio.of(row)));
  }
}
