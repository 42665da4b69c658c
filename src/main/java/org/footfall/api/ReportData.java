package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report's answer taken apart: what is counted, and what is known beside it. */
final class ReportData {
  private ReportData() {}

  /** Values of the columns; rows where the report has rows, by period where there are several. */
  static Object counts(Answer answer, Set<String> columns) {
    if (answer instanceof Answer.Keyed keyed) {
      Map<String, Object> parts = new LinkedHashMap<>();
      keyed.answers().forEach((key, each) -> parts.put(key, counts(each, columns)));
      return parts;
    }
    if (answer instanceof Answer.One one) {
      return only(one.values(), columns);
    }
    List<Object> rows = new ArrayList<>();
    if (answer instanceof Answer.Table table) {
      table.lines().forEach(line -> rows.add(only(line.columns(), columns)));
    }
    return rows;
  }

  static Object metadata(Answer answer) {
    if (answer instanceof Answer.Keyed keyed) {
      Map<String, Object> parts = new LinkedHashMap<>();
      keyed.answers().forEach((key, each) -> parts.put(key, metadata(each)));
      return parts;
    }
    List<Object> rows = new ArrayList<>();
    if (answer instanceof Answer.Table table) {
      for (Answer.Line line : table.lines()) {
        Map<String, Object> known = new LinkedHashMap<>(line.metadata());
        if (line.subtableId() != null) {
          known.put("idsubdatatable", line.subtableId());
        }
        rows.add(known);
      }
    }
    return rows;
  }

  private static Map<String, Object> only(Map<String, Object> values, Set<String> columns) {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String column : columns) {
      if (values.containsKey(column)) {
        kept.put(column, values.get(column));
      }
    }
    return kept;
  }
}
