package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lines of a table added up, column by column; what is told by goal is added goal by goal. Of
 * what is a least or a greatest value the least or the greatest stays. What is worked out of others
 * cannot be added: only the actions of a visit are worked out anew, as Matomo does.
 */
final class ReportSum {
  private final Map<String, Object> sums = new LinkedHashMap<>();

  private ReportSum() {}

  /** The sums of a table's columns; nothing for anything else. */
  static Map<String, Object> of(Answer answer, boolean visits) {
    ReportSum sum = new ReportSum();
    if (answer instanceof Answer.Table table) {
      table.lines().forEach(sum::add);
    }
    if (visits && !sum.sums.isEmpty()) {
      sum.sums.put("nb_actions_per_visit", sum.actionsPerVisit());
    }
    return sum.sums;
  }

  /** What was added up from day to day comes last, as in what Matomo stores. */
  private void add(Answer.Line line) {
    Map<String, Object> daily = new LinkedHashMap<>(line.columns());
    daily.keySet().removeIf(name -> !name.startsWith(MatomoNames.SUM_DAILY));
    Map<String, Object> others = new LinkedHashMap<>(line.columns());
    others.keySet().removeAll(daily.keySet());
    add(sums, others);
    add(sums, daily);
  }

  private static void add(Map<String, Object> sums, Map<?, ?> columns) {
    columns.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value instanceof Map<?, ?> inside) {
            Object known = sums.computeIfAbsent(name, missing -> new LinkedHashMap<>());
            @SuppressWarnings("unchecked")
            Map<String, Object> below = (Map<String, Object>) known;
            add(below, inside);
          } else if (value instanceof Number number && MatomoNames.ratio(name).isEmpty()) {
            sums.merge(
                name, number, (a, b) -> NumberStyle.plain(joined(name, decimal(a), decimal(b))));
          }
        });
  }

  private static BigDecimal joined(String name, BigDecimal a, BigDecimal b) {
    return name.startsWith("max_") ? a.max(b) : name.startsWith("min_") ? a.min(b) : a.add(b);
  }

  private Object actionsPerVisit() {
    BigDecimal visits = decimal(sums.getOrDefault("nb_visits", 0));
    return visits.signum() == 0
        ? 0
        : NumberStyle.plain(
            decimal(sums.getOrDefault("nb_actions", 0)).divide(visits, 1, RoundingMode.HALF_UP));
  }

  private static BigDecimal decimal(Object number) {
    return new BigDecimal(number.toString());
  }
}
