package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.report.Period;
import org.footfall.report.Subject;

/**
 * A report as clients read about it: which method answers it, and what they will find there.
 *
 * @param parameters what the method has to be asked with besides
 * @param dimension what its rows are; empty for one row of totals
 * @param metrics what is counted, first seen first
 * @param ratios what is worked out of that
 * @param ties what else there is to know
 */
record ReportCard(
    String module,
    String action,
    Map<String, String> parameters,
    String name,
    Subject subject,
    String dimension,
    List<CardColumn> metrics,
    List<CardColumn> ratios,
    ReportTies ties) {
  private static final String CONVERSION_RATE = "conversion_rate";

  /** {@code Actions.getPageUrls}. */
  String method() {
    return module + "." + action;
  }

  /** {@code Goals_get_idGoal--1}. */
  String uniqueId() {
    StringBuilder id = new StringBuilder(module).append('_').append(action);
    parameters.forEach((name, value) -> id.append('_').append(name).append("--").append(value));
    return id.toString();
  }

  boolean ofTotals() {
    return dimension.isEmpty();
  }

  /**
   * All of it.
   *
   * @param left columns that are not shown
   * @param notes whether each column is explained
   */
  Map<String, Object> fields(Period.Kind kind, Set<String> left, boolean notes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("category", subject.category());
    put(fields, "subcategory", subject.page());
    fields.put("name", name);
    fields.put("module", module);
    fields.put("action", action);
    put(fields, "parameters", parameters);
    put(fields, "dimension", dimension);
    fields.put("documentation", ReportNotes.of(this));
    put(fields, "dimensions", ties.dimensions());
    fields.put("metrics", titles(shown(kind, left)));
    if (notes) {
      Map<String, Object> explained = new LinkedHashMap<>();
      for (CardColumn column : columns()) {
        if (!left.contains(column.name())) {
          put(explained, column.name(), ReportNotes.of(column, ties.pages()));
        }
      }
      put(fields, "metricsDocumentation", explained);
    }
    put(fields, "processedMetrics", titles(shownRatios()));
    Map<String, Object> types = new LinkedHashMap<>();
    columns().forEach(column -> types.put(column.name(), column.type()));
    put(fields, "metricTypes", types);
    put(fields, "actionToLoadSubTables", ties.subtables());
    if (ties.constantRows()) {
      fields.put("constantRowsCount", true);
    }
    if (ties.subtable()) {
      fields.put("isSubtableReport", true);
    }
    put(fields, "relatedReports", ties.related());
    fields.putAll(ties.goals().fields());
    fields.put("uniqueId", uniqueId());
    return fields;
  }

  /** The columns of its rows with their titles. */
  Map<String, String> titled(Period.Kind kind) {
    Map<String, String> titled = new LinkedHashMap<>();
    if (!ofTotals()) {
      titled.put("label", dimension);
    }
    measured(kind).forEach(column -> titled.put(column.name(), column.title()));
    if (ties.goals() == ReportTies.Goals.OF_VISITS) {
      titled.put("revenue", ColumnTitles.of("revenue"));
    }
    return titled;
  }

  /** What is counted and worked out in periods of this kind. */
  List<CardColumn> measured(Period.Kind kind) {
    List<CardColumn> measured = new ArrayList<>(shown(kind, Set.of()));
    measured.addAll(shownRatios());
    return measured;
  }

  private List<CardColumn> columns() {
    List<CardColumn> columns = new ArrayList<>(metrics);
    columns.addAll(ratios);
    return columns;
  }

  private List<CardColumn> shown(Period.Kind kind, Set<String> left) {
    boolean unique =
        kind == Period.Kind.DAY
            || (ofTotals() && kind != Period.Kind.YEAR && kind != Period.Kind.RANGE);
    return metrics.stream()
        .filter(column -> unique || column.known() != CardColumn.Known.UNIQUE)
        .filter(column -> !left.contains(column.name()))
        .toList();
  }

  /** Where rows lead to goals, each goal has a rate of its own. */
  private List<CardColumn> shownRatios() {
    boolean each = ties.goals() != ReportTies.Goals.NONE;
    return ratios.stream()
        .filter(column -> !each || !column.name().equals(CONVERSION_RATE))
        .toList();
  }

  private static Map<String, Object> titles(List<CardColumn> columns) {
    Map<String, Object> titles = new LinkedHashMap<>();
    columns.forEach(column -> titles.put(column.name(), column.title()));
    return titles;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (!value.equals("") && !value.equals(Map.of()) && !value.equals(List.of())) {
      fields.put(name, value);
    }
  }
}
