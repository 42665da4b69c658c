package org.footfall.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which sites stand side by side, and how many of them are shown. */
record SiteOrder(String column, boolean ascending, int offset, int limit) {
  private static final int USUAL_LIMIT = 100;

  static SiteOrder of(ApiParameters parameters) throws ApiException {
    if (parameters.flag("disable_generic_filters")) {
      return new SiteOrder("nb_visits", false, 0, -1);
    }
    return new SiteOrder(
        parameters.text("filter_sort_column", "nb_visits"),
        parameters.text("filter_sort_order", "desc").equalsIgnoreCase("asc"),
        Math.max(0, parameters.number("filter_offset", 0)),
        parameters.number("filter_limit", USUAL_LIMIT));
  }

  Answer.Table table(List<Answer.Line> lines) {
    List<Answer.Line> sorted = sorted(lines);
    int from = Math.min(offset, sorted.size());
    int to = limit < 0 ? sorted.size() : (int) Math.min(sorted.size(), (long) from + limit);
    List<Answer.Line> shown = sorted.subList(from, to);
    return new Answer.Table(shown, shown.isEmpty());
  }

  List<Answer.Line> sorted(List<Answer.Line> lines) {
    Comparator<Answer.Line> byLabel =
        Comparator.comparing(
            line -> String.valueOf(line.columns().get("label")), NaturalOrder.INSTANCE);
    Comparator<Answer.Line> order =
        column.equals("label")
            ? byLabel.reversed()
            : Comparator.comparing((Answer.Line line) -> number(line.columns()))
                .reversed()
                .thenComparing(byLabel);
    List<Answer.Line> sorted = new ArrayList<>(lines);
    sorted.sort(ascending ? order.reversed() : order);
    return sorted;
  }

  private BigDecimal number(Map<String, Object> columns) {
    String text = String.valueOf(columns.get(column)).replace("%", "");
    return text.matches("-?\\d{1,18}(\\.\\d{1,6})?") ? new BigDecimal(text) : BigDecimal.ZERO;
  }
}
