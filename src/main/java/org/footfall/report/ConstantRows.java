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
    Map<String, long[]> byKey = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.key(i).get(0), groups.values(i));
    }
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      long[] values = byKey.getOrDefault(key, empty(layout));
      String text = label.apply(key);
      rows.add(new Row(text, text, key, dimension, layout, values, null, false));
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
