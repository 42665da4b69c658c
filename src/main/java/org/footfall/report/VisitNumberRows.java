package org.footfall.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A row for each of some ranges that are always there, with how many visits are in it. */
record VisitNumberRows(Dimension dimension, List<String> keys, UnaryOperator<String> label)
    implements Shape {
  private static final MetricLayout LAYOUT =
      new MetricLayout(List.of(Metric.VISITS, Metric.ALL_VISITS));

  @Override
  public DataTable rows(Groups groups) {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    Map<String, Long> visits = new HashMap<>();
    long all = 0;
    for (int i = 0; i < groups.size(); i++) {
      visits.put(groups.text(i), groups.value(i, Metric.VISITS));
      all += groups.value(i, Metric.VISITS);
    }
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(row(dimension, label.apply(key), key, visits.getOrDefault(key, 0L), all));
    }
    return new DataTable(rows);
  }

  static Row row(Dimension dimension, String label, String key, long visits, long all) {
    long[] values = {visits, all};
    return new Row(label, label, key, dimension, LAYOUT, values, null, false).asCounted();
  }
}
