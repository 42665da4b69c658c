package org.footfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Rows by one part of the groups' keys, and rows by another part below them.
 *
 * @param part which part of the key tells a row
 * @param label what people read for a key
 * @param below what lies under the row of a key; rows of other keys have nothing below them
 */
record Level(
    int part,
    Dimension dimension,
    UnaryOperator<String> label,
    Map<String, Level> below,
    Level belowAll) {

  static Level of(int part, Dimension dimension) {
    return new Level(part, dimension, key -> key, Map.of(), null);
  }

  Level labelled(UnaryOperator<String> newLabel) {
    return new Level(part, dimension, newLabel, below, belowAll);
  }

  /** Something else below each key. */
  Level over(Map<String, Level> newBelow) {
    return new Level(part, dimension, label, newBelow, belowAll);
  }

  /** The same below every key. */
  Level over(Level newBelow) {
    return new Level(part, dimension, label, below, newBelow);
  }

  boolean hasBelow() {
    return belowAll != null || !below.isEmpty();
  }

  DataTable rows(Groups groups, List<Integer> members) {
    Map<String, List<Integer>> byKey = new TreeMap<>();
    for (int member : members) {
      byKey.computeIfAbsent(groups.key(member).get(part), key -> new ArrayList<>()).add(member);
    }
    List<Row> rows = new ArrayList<>(byKey.size());
    byKey.forEach((key, inside) -> rows.add(row(groups, key, inside)));
    return new DataTable(rows);
  }

  private Row row(Groups groups, String key, List<Integer> inside) {
    long[] sums = new long[groups.layout().size()];
    for (int member : inside) {
      groups.layout().join(sums, 0, groups.values(member), 0);
    }
    Level next = below.getOrDefault(key, belowAll);
    DataTable subtable = next == null ? null : next.rows(groups, inside);
    String text = label.apply(key);
    return new Row(text, text, key, dimension, groups.layout(), sums, subtable, false)
        .over(groups, inside.stream().mapToInt(Integer::intValue).toArray());
  }
}
