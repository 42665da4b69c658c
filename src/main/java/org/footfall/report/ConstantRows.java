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
    MetricLayout layout = groups.layout();
    Map<String, long[]> byKey = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.key(i).get(0), groups.values(i));
    }
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(row(key, layout, byKey.getOrDefault(key, empty(layout))));
    }
    if (open) {
      byKey.keySet().removeAll(keys);
      byKey.forEach((key, values) -> rows.add(row(key, layout, values)));
    }
    return new DataTable(rows);
  }

  private Row row(String key, MetricLayout layout, long[] values) {
    String text = label.apply(key);
    return new Row(text, text, key, dimension, layout, values, null, false);
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
