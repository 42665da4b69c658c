package org.footfall.report;

import java.util.Arrays;
import java.util.List;

/** One row of all that was done; keywords are counted here, since days share them. */
final class ActionTotals implements Shape {
  @Override
  public DataTable rows(Groups groups) {
    DataTable sums = new Totals().rows(groups);
    if (sums.isEmpty()) {
      return sums;
    }
    MetricLayout layout = groups.layout();
    long[] values = sums.rows().get(0).known();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.values(i)[layout.place(Metric.SEARCHES)] > 0) {
        values[layout.place(Metric.SEARCH_KEYWORDS)]++;
      }
    }
    // A day of nothing but what has reports of its own is like a day of nothing.
    if (Arrays.stream(values).allMatch(value -> value == 0)) {
      return DataTable.EMPTY;
    }
    return new DataTable(List.of(new Row("", "", "", Dimension.NONE, layout, values, null, false)));
  }
}
