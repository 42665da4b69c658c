package org.footfall.report;

import java.util.List;
import java.util.stream.IntStream;

/** One row of everything. Its unique counts are the engine's to set, for days do not add up. */
final class Totals implements Shape {
  @Override
  public DataTable rows(Groups groups) {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    MetricLayout layout = groups.layout();
    long[] sums = new long[layout.size()];
    for (int i = 0; i < groups.size(); i++) {
      layout.join(sums, 0, groups.values(i), 0);
    }
    return table(groups, layout, sums);
  }

  private static DataTable table(Groups groups, MetricLayout layout, long[] values) {
    int[] all = IntStream.range(0, groups.size()).toArray();
    return new DataTable(
        List.of(
            new Row("", "", "", Dimension.NONE, layout, values, null, false).over(groups, all)));
  }

  /** The row of totals with exact unique counts. */
  static DataTable exact(DataTable table, Groups groups, long visitors, long users) {
    if (table.isEmpty()) {
      return table;
    }
    MetricLayout layout = groups.layout();
    long[] values = new long[layout.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.rows().get(0).value(layout.metric(i));
    }
    values[layout.place(Metric.UNIQUE_VISITORS)] = visitors;
    values[layout.place(Metric.USERS)] = users;
    return table(groups, layout, values);
  }
}
