package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.footfall.report.Metric;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.Row;

/**
 * The columns in which clients find the conversions of a row: what orders and goals are together,
 * and under {@code goals} what each is. Carts are told there, but are no conversions.
 *
 * @param shown whether the report has them; those do of whose dimension Matomo keeps a copy with
 *     each conversion
 * @param pages whether its rows are pages
 * @param totals the period's conversions, to which those of a page are held; others are not shown
 */
record GoalColumns(
    boolean shown, boolean pages, SortedMap<Integer, Row> totals, NumberStyle numbers) {
  private static final Set<String> MODULES =
      Set.of("Referrers", "UserCountry", "CustomVariables", "CustomDimensions");
  private static final Set<String> REPORTS =
      Set.of(
          "DevicesDetection.getType",
          "DevicesDetection.getBrand",
          "DevicesDetection.getModel",
          "DevicesDetection.getBrowsers",
          "VisitTime.getVisitInformationPerServerTime");

  private static final List<Metric> OF_GOALS =
      List.of(Metric.CONVERSIONS, Metric.CONVERTED_VISITS, Metric.REVENUE);
  private static final List<Metric> OF_CARTS =
      List.of(Metric.CONVERSIONS, Metric.CONVERTED_VISITS, Metric.REVENUE, Metric.ITEMS);
  private static final List<Metric> OF_ORDERS =
      List.of(
          Metric.CONVERSIONS,
          Metric.CONVERTED_VISITS,
          Metric.REVENUE,
          Metric.SUBTOTAL,
          Metric.TAX,
          Metric.SHIPPING,
          Metric.DISCOUNT,
          Metric.ITEMS);
  private static final List<Metric> OF_ENTRIES =
      List.of(
          Metric.ENTRY_REVENUE,
          Metric.ENTRY_CONVERSION_RATE,
          Metric.REVENUE_PER_ENTRY,
          Metric.ENTRY_CONVERSIONS);

  private static final long CENTS = 100;

  static final int CART = -1;
  static final int ORDER = 0;

  static GoalColumns of(Report report, SortedMap<Integer, Row> totals, NumberStyle numbers) {
    boolean pages = report.tellsOfPages();
    boolean shown = pages || MODULES.contains(report.module()) || REPORTS.contains(report.id());
    return new GoalColumns(shown && !report.ofTotals(), pages, totals, numbers);
  }

  /** What is told of a goal, of orders, or of carts. */
  static List<Metric> metrics(int goal) {
    return goal == CART ? OF_CARTS : goal == ORDER ? OF_ORDERS : OF_GOALS;
  }

  /** How clients call a goal. */
  static String name(int goal) {
    return goal == CART
        ? "ecommerceAbandonedCart"
        : goal == ORDER ? "ecommerceOrder" : Integer.toString(goal);
  }

  /** As {@link #sum(Row, Metric)}, of a site that may be no shop, whose orders nobody sums up. */
  static long sum(Row row, Metric metric, boolean shop) {
    Row orders = shop ? Row.nothing() : row.goals().getOrDefault(ORDER, Row.nothing());
    return sum(row, metric) - orders.value(metric);
  }

  /** All of one kind that orders and goals brought. */
  static long sum(Row row, Metric metric) {
    return row.goals().tailMap(ORDER).values().stream().mapToLong(one -> one.value(metric)).sum();
  }

  /** Whether conversions are all that there is of a row, which came about without a visit there. */
  boolean isAll(Row row) {
    return shown && !pages && row.value(Metric.VISITS) == 0 && !row.goals().isEmpty();
  }

  /**
   * Adds a row's conversions, where it has some.
   *
   * @param onTop whether the row is on the first level of its report
   */
  void addTo(Map<String, Object> columns, Row row, boolean onTop) {
    if (!shown || (pages && totals.isEmpty())) {
      return;
    }
    Map<String, Object> each = new LinkedHashMap<>();
    row.goals()
        .forEach(
            (goal, counts) -> {
              if (!pages) {
                each.put("idgoal=" + name(goal), ofVisits(goal, counts));
              } else if (totals.containsKey(goal)) {
                each.put("idgoal=" + name(goal), ofPage(goal, counts, onTop));
              }
            });
    if (each.isEmpty()) {
      return;
    }
    columns.put("goals", each);
    if (!pages) {
      columns.put("nb_conversions", sum(row, Metric.CONVERSIONS));
      columns.put("revenue", RowNumbers.plain(sum(row, Metric.REVENUE), Metric.REVENUE));
    }
  }

  private static Map<String, Object> ofVisits(int goal, Row counts) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Metric metric : metrics(goal)) {
      columns.put(MatomoNames.of(metric), RowNumbers.plain(counts, metric));
    }
    return columns;
  }

  private Map<String, Object> ofPage(int goal, Row counts, boolean onTop) {
    Map<String, Object> columns = new LinkedHashMap<>();
    long conversions = counts.value(Metric.CONVERSIONS);
    columns.put("nb_conversions", conversions);
    columns.put("revenue", RowNumbers.plain(counts, Metric.REVENUE));
    if (goal == CART) {
      columns.put("nb_conversions_page_uniq", conversions);
      if (onTop) {
        columns.put("nb_conversions_page_rate", rate(goal, conversions));
      }
      return columns;
    }
    columns.put("nb_conv_pages_before", counts.value(Metric.PAGES_BEFORE));
    columns.put("nb_conversions_attrib", RowNumbers.plain(counts, Metric.CONVERSION_PARTS));
    columns.put("nb_conversions_page_rate", onTop ? rate(goal, conversions) : 0L);
    columns.put("nb_conversions_page_uniq", conversions);
    columns.put("revenue_attrib", RowNumbers.plain(counts, Metric.REVENUE_PARTS));
    for (Metric metric : OF_ENTRIES) {
      if (counts.has(metric)) {
        columns.put(MatomoNames.of(metric), RowNumbers.plain(counts, metric));
      }
    }
    return columns;
  }

  /** How many of all conversions had the page before them, at most all of them. */
  private Object rate(int goal, long conversions) {
    long most = totals.get(goal).value(Metric.CONVERSIONS);
    return most == 0
        ? 0L
        : NumberStyle.plain(
            BigDecimal.valueOf(conversions)
                .divide(BigDecimal.valueOf(most), 3, RoundingMode.HALF_UP)
                .min(BigDecimal.ONE));
  }

  /** Adds what clients want to see of some goals beside the report's own columns. */
  void addWanted(Map<String, Object> columns, Row row, List<Integer> wanted) {
    long visits = row.value(Metric.VISITS);
    columns.put(
        MatomoNames.of(Ratio.REVENUE_PER_VISIT),
        perVisit(whole(row), visits, sum(row, Metric.CONVERSIONS)));
    for (int goal : wanted) {
      Row counts = row.goals().getOrDefault(goal, Row.nothing());
      long conversions = counts.value(Metric.CONVERSIONS);
      String prefix = "goal_" + name(goal) + "_";
      columns.put(
          prefix + MatomoNames.of(Ratio.CONVERSION_RATE),
          numbers.spell(Ratio.Unit.FINE_SHARE, share(conversions, visits)));
      columns.put(prefix + "nb_conversions", conversions);
      columns.put(
          prefix + "revenue_per_visit",
          perVisit(counts.value(Metric.REVENUE), visits, conversions));
      columns.put(prefix + "revenue", RowNumbers.plain(counts, Metric.REVENUE));
    }
  }

  /** As Matomo adds it up: of each goal's revenue what is whole. */
  private static long whole(Row row) {
    return row.goals().tailMap(ORDER).values().stream()
        .mapToLong(one -> one.value(Metric.REVENUE) / CENTS * CENTS)
        .sum();
  }

  /** Of what came about without a visit there, each conversion stands for one. */
  private static Object perVisit(long revenue, long visits, long conversions) {
    long by = visits == 0 ? conversions : visits;
    return by == 0
        ? 0L
        : NumberStyle.plain(
            BigDecimal.valueOf(revenue, Metric.REVENUE.decimals())
                .divide(BigDecimal.valueOf(by), 2, RoundingMode.HALF_UP));
  }

  /** A part of all visits, as fine as clients know it. */
  static BigDecimal share(long part, long visits) {
    return visits == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(visits), 4, RoundingMode.HALF_UP);
  }
}
