package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Rows that are always there, in their own order, as the hours of a day.
 *
 * @param sparse whether a row without a visit tells that and nothing else
 */
record ConstantRows(
    Dimension dimension, List<String> keys, UnaryOperator<String> label, boolean sparse)
    implements Shape {

  @Override
  public DataTable rows(Groups groups) {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    MetricLayout layout = groups.layout();
    Map<String, Integer> byKey = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.key(i).get(0), i);
    }
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      Integer group = byKey.get(key);
      String text = label.apply(key);
      Row.Named named = new Row.Named(text, text, key);
      rows.add(
          group == null
              ? new Row(named, dimension, layout, empty(layout), null, false)
              : new Row(named, dimension, groups, group));
    }
    return new DataTable(rows);
  }

  private long[] empty(MetricLayout layout) {
    long[] values = new long[layout.size()];
    if (sparse) {
      Arrays.fill(values, Row.UNKNOWN);
      values[layout.place(Metric.VISITS)] = 0;
    }
    return values;
  }
}
