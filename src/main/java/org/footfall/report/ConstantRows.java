package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Rows that are always there, in their own order, as the hours of a day.
 *
 * @param sparse whether a row without a visit tells that and nothing else
 * @param open whether rows of other keys follow where there are some
 */
record ConstantRows(
    Dimension dimension,
    List<String> keys,
    UnaryOperator<String> label,
    boolean sparse,
    boolean open)
    implements Shape {
  ConstantRows(
      Dimension dimension, List<String> keys, UnaryOperator<String> label, boolean sparse) {
    this(dimension, keys, label, sparse, false);
  }

  @Override
  public DataTable rows(Groups groups) {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    Map<String, Integer> byKey = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.key(i).get(0), i);
    }
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(row(key, groups, byKey.get(key)));
    }
    if (open) {
      byKey.keySet().removeAll(keys);
      byKey.forEach((key, group) -> rows.add(row(key, groups, group)));
    }
    return new DataTable(rows);
  }

  /**
   * @param group null for a row that nobody was counted in
   */
  private Row row(String key, Groups groups, Integer group) {
    String text = label.apply(key);
    Row.Named named = new Row.Named(text, text, key);
    MetricLayout layout = groups.layout();
    return group == null
        ? new Row(named, dimension, layout, empty(layout), null, false)
        : new Row(named, dimension, groups, group);
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
