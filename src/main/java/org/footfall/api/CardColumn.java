package org.footfall.api;

import java.util.Optional;
import org.footfall.report.Metric;
import org.footfall.report.Ratio;
import org.footfall.report.Report;

/**
 * A column that a report is said to have.
 *
 * @param title what people read for it
 */
record CardColumn(String name, String title, Known known) {
  /** When answers have it. */
  enum Known {
    ALWAYS,
    /** In those periods for which unique counts are told. */
    UNIQUE,
    /** Where some row has it, or there is no row at all. */
    SOMETIMES
  }

  /** A column that answers always have. */
  static CardColumn of(String name) {
    return new CardColumn(name, ColumnTitles.of(name), Known.ALWAYS);
  }

  static CardColumn of(String name, String title) {
    return new CardColumn(name, title, Known.ALWAYS);
  }

  static CardColumn of(Report report, Metric metric) {
    boolean unique = metric.join() == Metric.Join.UNIQUE && !report.sumsUniques();
    boolean left = report.ofTotals() && metric.optional();
    Known known = unique ? Known.UNIQUE : left ? Known.SOMETIMES : Known.ALWAYS;
    return titled(report, metric, MatomoNames.of(metric), known);
  }

  static CardColumn of(Report report, Ratio ratio) {
    boolean left = report.ofTotals() && ratio.optional();
    return titled(report, ratio, MatomoNames.of(ratio), left ? Known.SOMETIMES : Known.ALWAYS);
  }

  private static CardColumn titled(Report report, Enum<?> counted, String name, Known known) {
    return new CardColumn(name, report.nameOf(counted).orElse(ColumnTitles.of(name)), known);
  }

  /** How clients call what its numbers are. */
  String type() {
    Optional<Ratio> ratio = MatomoNames.ratio(plain());
    if (ratio.isPresent()) {
      return type(ratio.get().unit());
    }
    if (name.endsWith("_evolution")) {
      return "percent";
    }
    if (isMoney()) {
      return "money";
    }
    return name.startsWith("avg_time_") ? "duration_s" : "number";
  }

  private boolean isMoney() {
    return name.matches("(.*_)?revenue(_.*)?");
  }

  /** The name without what tells whose visits are counted. */
  private String plain() {
    return name.replaceFirst("_(new|returning)(_visit)?$", "");
  }

  private static String type(Ratio.Unit unit) {
    return switch (unit) {
      case SHARE, FINE_SHARE -> "percent";
      case NUMBER, AMOUNT -> "number";
      case SECONDS, CENTISECONDS, MILLISECONDS -> "duration_s";
      case MONEY -> "money";
    };
  }
}
