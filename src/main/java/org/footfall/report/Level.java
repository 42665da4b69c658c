package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Rows by parts of the groups' keys, and rows by other parts below them.
 *
 * @param part what of a group's key tells a row: some of its parts, or what they stand for
 * @param label what people read for a row's key
 * @param below what lies under the row of a key; rows of other keys have nothing below them
 * @param kept which rows there are, of those that groups would make
 * @param byKey whether rows are sorted by their keys, and not by what people read for them
 */
record Level(
    Part part,
    Dimension dimension,
    Label label,
    Map<String, Level> below,
    Level belowAll,
    Predicate<Row> kept,
    boolean byKey) {

  /** Takes a row's key out of a group's. */
  interface Part {
    List<String> of(List<String> key, Presentation presentation);
  }

  /** Makes a key readable. */
  interface Label {
    String of(List<String> key, Presentation presentation);
  }

  /** Rows by some parts of the key, told by their places. */
  static Level of(Dimension dimension, int... parts) {
    return by(dimension, (key, presentation) -> Arrays.stream(parts).mapToObj(key::get).toList());
  }

  static Level of(int part, Dimension dimension) {
    return of(dimension, part);
  }

  /** Rows by what keys stand for. */
  static Level by(Dimension dimension, Part part) {
    return new Level(
        part, dimension, (key, presentation) -> key.get(0), Map.of(), null, row -> true, false);
  }

  Level labelled(UnaryOperator<String> newLabel) {
    return labelled((key, presentation) -> newLabel.apply(key.get(0)));
  }

  Level labelled(Label newLabel) {
    return new Level(part, dimension, newLabel, below, belowAll, kept, byKey);
  }

  /** Something else below each key. */
  Level over(Map<String, Level> newBelow) {
    return new Level(part, dimension, label, newBelow, belowAll, kept, byKey);
  }

  /** The same below every key. */
  Level over(Level newBelow) {
    return new Level(part, dimension, label, below, newBelow, kept, byKey);
  }

  /** Only rows of groups that have this part of the key. */
  Level whereNamed() {
    return new Level(part, dimension, label, below, belowAll, row -> !row.key().isEmpty(), byKey);
  }

  /** Only rows that a visit belongs to, and not those of conversions that came about later. */
  Level whereVisited() {
    return new Level(
        part, dimension, label, below, belowAll, row -> row.value(Metric.VISITS) > 0, byKey);
  }

  /** Rows in the order of their keys, whatever people read for these. */
  Level sortedByKey() {
    return new Level(part, dimension, label, below, belowAll, kept, true);
  }

  boolean hasBelow() {
    return belowAll != null || !below.isEmpty();
  }

  DataTable rows(Groups groups, List<Integer> members, Presentation presentation) {
    Map<String, Members> found = new TreeMap<>();
    for (int member : members) {
      List<String> key = part.of(groups.key(member), presentation);
      found
          .computeIfAbsent(String.join("\n", key), text -> new Members(key, new ArrayList<>()))
          .groups()
          .add(member);
    }
    List<Row> rows = new ArrayList<>(found.size());
    found.values().forEach(inside -> rows.add(row(groups, inside, presentation)));
    rows.removeIf(kept.negate());
    return new DataTable(rows);
  }

  /** The groups of a row. */
  private record Members(List<String> key, List<Integer> groups) {}

  private Row row(Groups groups, Members inside, Presentation presentation) {
    long[] sums = new long[groups.layout().size()];
    for (int member : inside.groups()) {
      groups.layout().join(sums, 0, groups.values(member), 0);
    }
    Level next = below.getOrDefault(inside.key().get(0), belowAll);
    DataTable subtable = next == null ? null : next.rows(groups, inside.groups(), presentation);
    boolean nothing = subtable == null || subtable.isEmpty();
    String text = label.of(inside.key(), presentation);
    Row row =
        new Row(
                new Row.Named(text, byKey ? inside.key().get(0) : text, inside.key()),
                dimension,
                groups.layout(),
                sums,
                nothing ? null : () -> subtable,
                false)
            .over(groups, inside.groups().stream().mapToInt(Integer::intValue).toArray());
    return inside.groups().size() == 1 ? row.asCounted() : row;
  }
}
