package org.footfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conversions by a number, in ranges that are always there. What a row counts are the goals'
 * numbers; its own is nothing until somebody says which goals are meant.
 *
 * @param starts where each range begins; the last one has no end
 * @param one what follows a range of the number 1 alone
 * @param several what follows all others
 */
record GoalRanges(Dimension dimension, List<Integer> starts, String one, String several)
    implements Shape {
  private static final MetricLayout LAYOUT = new MetricLayout(List.of(Metric.CONVERSIONS));

  @Override
  public DataTable rows(Groups groups) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      int to = i + 1 < starts.size() ? starts.get(i + 1) - 1 : Integer.MAX_VALUE;
      String label = label(from, to);
      rows.add(
          new Row(label, label, Integer.toString(from), dimension, LAYOUT, new long[1], null, false)
              .over(groups, members(groups, from, to)));
    }
    return new DataTable(rows);
  }

  private static int[] members(Groups groups, int from, int to) {
    return IntStream.range(0, groups.size())
        .filter(
            group -> {
              int number = Integer.parseInt(groups.text(group));
              return number >= from && number <= to;
            })
        .toArray();
  }

  private String label(int from, int to) {
    String range =
        from == to
            ? Integer.toString(from)
            : to == Integer.MAX_VALUE ? from + "+" : from + "-" + to;
    return range + (from == to && from == 1 ? one : several);
  }
}
