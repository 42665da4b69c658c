package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a report hangs together with others.
 *
 * @param dimensions what its rows, and those below, are, by the names of their columns in a flat
 *     table
 * @param subtables the action that answers the rows below a row; empty for none
 * @param subtable whether it is such an action itself
 * @param constantRows whether its rows are always the same ones
 * @param visits whether its rows count visits by what is known of these
 * @param pages whether its rows are pages
 */
record ReportTies(
    Map<String, String> dimensions,
    String subtables,
    boolean subtable,
    boolean constantRows,
    boolean visits,
    boolean pages,
    List<Map<String, Object>> related,
    Goals goals) {
  static final ReportTies NONE =
      new ReportTies(Map.of(), "", false, false, false, false, List.of(), Goals.NONE);

  /** What can be asked of goals. */
  enum Goals {
    NONE,
    OF_VISITS,
    OF_PAGES;

    private List<String> metrics() {
      return this == OF_PAGES
          ? List.of("nb_conversions", "nb_conversions_attrib", "revenue_attrib")
          : List.of("nb_conversions", "revenue");
    }

    private List<String> ratios() {
      return this == OF_PAGES
          ? List.of("revenue_per_visit", "nb_conversions_page_rate")
          : List.of("revenue_per_visit");
    }

    /** Titles and kinds of these columns, as clients read about them. */
    Map<String, Object> fields() {
      if (this == NONE) {
        return Map.of();
      }
      Map<String, Object> types = new LinkedHashMap<>();
      types.put("revenue_per_visit", "money");
      types.put("nb_conversions", "number");
      types.put("conversion_rate", "percent");
      metrics().forEach(name -> types.put(name, CardColumn.of(name).type()));
      ratios().forEach(name -> types.put(name, name.endsWith("_rate") ? "percent" : "money"));
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("metricsGoal", titles(metrics()));
      fields.put("processedMetricsGoal", titles(ratios()));
      fields.put("metricTypesGoal", types);
      return fields;
    }

    private static Map<String, Object> titles(List<String> names) {
      Map<String, Object> titles = new LinkedHashMap<>();
      names.forEach(name -> titles.put(name, ColumnTitles.ofGoal(name)));
      return titles;
    }
  }
}
