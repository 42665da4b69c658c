package org.footfall.api;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.footfall.report.Metric;
import org.footfall.report.Ratio;
import org.footfall.report.Row;

/** What a row says in a column that a client names. */
final class RowNumbers {
  private RowNumbers() {}

  /** The number; 0 in a column that there is not. */
  static double of(Row row, String column) {
    return exact(row, column).doubleValue();
  }

  /** Reads the number of many rows. */
  static ToDoubleFunction<Row> reader(String column) {
    Optional<Metric> metric =
        MatomoNames.ratio(column).isPresent() ? Optional.empty() : MatomoNames.metric(column);
    return metric.isPresent() && !ofGoals(metric.get())
        ? row -> row.value(metric.get())
        : row -> of(row, column);
  }

  /** The number as it is read without a unit. */
  static String text(Row row, String column) {
    BigDecimal number = exact(row, column);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal exact(Row row, String column) {
    Optional<Ratio> ratio = MatomoNames.ratio(column);
    if (ratio.isPresent()) {
      return ratio.get().of(row);
    }
    return MatomoNames.metric(column).map(metric -> exact(row, metric)).orElse(BigDecimal.ZERO);
  }

  private static BigDecimal exact(Row row, Metric metric) {
    long value =
        ofGoals(metric) && !row.has(metric) ? GoalColumns.sum(row, metric) : row.value(metric);
    return BigDecimal.valueOf(value, metric.decimals());
  }

  /** Whether rows may have it of their goals only. */
  private static boolean ofGoals(Metric metric) {
    return metric == Metric.CONVERSIONS || metric == Metric.REVENUE;
  }

  /** The number as it is written in answers. */
  static Object plain(Row row, Metric metric) {
    return plain(row.value(metric), metric);
  }

  static Object plain(long value, Metric metric) {
    return metric.decimals() == 0
        ? (Object) value
        : NumberStyle.plain(BigDecimal.valueOf(value, metric.decimals()));
  }
}
