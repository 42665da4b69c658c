package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.footfall.codec.TextList;

/**
 * Finds the conversions under keys: those of a key begin with it, and so lie together in the sorted
 * list of them.
 */
final class GoalRows {
  static final SortedMap<Integer, Row> NONE = Collections.emptySortedMap();

  /** What the log adds to a goal's number. */
  private static final int SHIFT = 2;

  private GoalRows() {}

  /** The conversions of some groups taken together, by goal; looked up when they are asked for. */
  static Supplier<SortedMap<Integer, Row>> of(Groups groups, int... members) {
    return groups.goals() == null ? () -> NONE : () -> find(groups, members);
  }

  private static SortedMap<Integer, Row> find(Groups groups, int[] members) {
    Groups goals = groups.goals();
    SortedMap<Integer, long[]> sums = new TreeMap<>();
    for (int member : members) {
      int length = groups.keys().length(member) + 1;
      for (int at = first(groups, member); isOf(groups, member, at); at++) {
        long[] sum =
            sums.computeIfAbsent(
                goal(goals.keys(), at, length), goal -> new long[goals.layout().size()]);
        goals.layout().join(sum, 0, goals.values(at), 0);
      }
    }
    return rows(goals.layout(), sums);
  }

  /** Where the conversions of a group begin, if it has some. */
  static int first(Groups groups, int group) {
    TextList keys = groups.goals().keys();
    byte[] begin = begin(groups.keys(), group);
    int from = 0;
    int to = keys.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order =
          Arrays.compareUnsigned(
              keys.bytes(), keys.start(middle), keys.end(middle), begin, 0, begin.length);
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The key and what parts it from the goal. */
  private static byte[] begin(TextList keys, int group) {
    byte[] begin = Arrays.copyOf(keys.bytes(group), keys.length(group) + 1);
    begin[begin.length - 1] = Groups.BETWEEN;
    return begin;
  }

  /** Whether the conversions at a place are of a group. */
  static boolean isOf(Groups groups, int group, int at) {
    TextList all = groups.goals().keys();
    if (at >= all.size()) {
      return false;
    }
    TextList keys = groups.keys();
    int length = keys.length(group);
    int start = all.start(at);
    return all.length(at) > length + 1
        && all.bytes()[start + length] == Groups.BETWEEN
        && Arrays.equals(
            all.bytes(), start, start + length, keys.bytes(), keys.start(group), keys.end(group));
  }

  private static int goal(TextList keys, int at, int from) {
    int start = keys.start(at) + from;
    String number =
        new String(keys.bytes(), start, keys.end(at) - start, StandardCharsets.US_ASCII);
    return Integer.parseInt(number) - SHIFT;
  }

  /** The conversions of several rows of one table taken together. */
  static Supplier<SortedMap<Integer, Row>> of(List<Row> rows) {
    return () -> {
      SortedMap<Integer, long[]> sums = new TreeMap<>();
      MetricLayout layout = null;
      for (Row row : rows) {
        for (Map.Entry<Integer, Row> entry : row.goals().entrySet()) {
          MetricLayout own = entry.getValue().layout();
          layout = own;
          long[] sum = sums.computeIfAbsent(entry.getKey(), goal -> new long[own.size()]);
          own.join(sum, 0, entry.getValue().known(), 0);
        }
      }
      return rows(layout, sums);
    };
  }

  private static SortedMap<Integer, Row> rows(
      MetricLayout layout, SortedMap<Integer, long[]> sums) {
    SortedMap<Integer, Row> rows = new TreeMap<>();
    sums.forEach(
        (goal, sum) -> {
          String name = goal.toString();
          rows.put(goal, new Row(name, name, name, Dimension.NONE, layout, sum, null, false));
        });
    return rows;
  }
}
