package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footfall.codec.ByteSink;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/**
 * What one {@link Source} counted: keys with their numbers, as columns. Keys are sorted by their
 * bytes, so that days are merged as sorted lists ({@link GroupMerge}) and what begins alike, like
 * the pages of a folder, lies together. Immutable; of a day, or merged from several days.
 */
final class Groups implements Counts {
  /** Stands between the parts of a key; no text has it. */
  static final byte BETWEEN = (byte) 0xff;

  private final MetricLayout layout;
  private final TextList keys;
  private final Numbers[] columns;
  private final Numbers notes;
  private final Groups goals;
  private final Map<Metric, Crowds> people;

  /**
   * @param columns of each metric of the layout, a number for each key
   * @param notes what each key was first seen as, as a number, which is no part of it
   */
  Groups(MetricLayout layout, TextList keys, Numbers[] columns, Numbers notes) {
    this(layout, keys, columns, notes, null);
  }

  /**
   * As {@link #Groups(MetricLayout, TextList, Numbers[], Numbers)}.
   *
   * @param goals the conversions under these keys, each key with the goal as one more part; null
   *     when there are none
   */
  Groups(MetricLayout layout, TextList keys, Numbers[] columns, Numbers notes, Groups goals) {
    this(layout, keys, columns, notes, goals, Map.of());
  }

  private Groups(
      MetricLayout layout,
      TextList keys,
      Numbers[] columns,
      Numbers notes,
      Groups goals,
      Map<Metric, Crowds> people) {
    this.layout = layout;
    this.keys = keys;
    this.columns = columns;
    this.notes = notes;
    this.goals = goals;
    this.people = people;
  }

  static Groups none(MetricLayout layout) {
    Numbers[] columns = new Numbers[layout.size()];
    java.util.Arrays.fill(columns, Numbers.constant(0, 0));
    return new Groups(layout, TextList.EMPTY, columns, Numbers.constant(0, 0));
  }

  int size() {
    return keys.size();
  }

  MetricLayout layout() {
    return layout;
  }

  TextList keys() {
    return keys;
  }

  /** A key of these parts. */
  static byte[] key(String... parts) {
    ByteSink key = new ByteSink();
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        key.put(BETWEEN);
      }
      key.put(parts[i].getBytes(StandardCharsets.UTF_8));
    }
    return key.toBytes();
  }

  /** The parts of a key. */
  List<String> key(int group) {
    List<String> parts = new ArrayList<>(4);
    byte[] bytes = keys.bytes();
    int from = keys.start(group);
    int end = keys.end(group);
    for (int at = from; at <= end; at++) {
      if (at == end || bytes[at] == BETWEEN) {
        parts.add(new String(bytes, from, at - from, StandardCharsets.UTF_8));
        from = at + 1;
      }
    }
    return parts;
  }

  /** A key of one part. */
  String text(int group) {
    return keys.get(group);
  }

  /** What the key was first seen as. */
  int note(int group) {
    return (int) notes.get(group);
  }

  /** As {@link #note}, of a source whose notes are long. */
  long longNote(int group) {
    return notes.get(group);
  }

  Numbers notes() {
    return notes;
  }

  long value(int group, int place) {
    return columns[place].get(group);
  }

  /** The number, 0 where groups have none. */
  long value(int group, Metric metric) {
    int place = layout.place(metric);
    return place < 0 ? 0 : columns[place].get(group);
  }

  Numbers column(int place) {
    return columns[place];
  }

  /** A copy of the group's numbers. */
  long[] values(int group) {
    long[] values = new long[columns.length];
    for (int place = 0; place < values.length; place++) {
      values[place] = columns[place].get(group);
    }
    return values;
  }

  /** The conversions under these keys, each key with the goal as one more part; else null. */
  Groups goals() {
    return goals;
  }

  /** The same with other numbers of conversions. */
  Groups withGoals(Groups others) {
    return new Groups(layout, keys, columns, notes, others, people);
  }

  /** The same with another number of the one group of totals. */
  Groups with(Metric metric, long value) {
    return with(metric, Numbers.constant(size(), value));
  }

  /** The same with another number of each group. */
  Groups with(Metric metric, Numbers values) {
    Numbers[] others = columns.clone();
    others[layout.place(metric)] = values;
    return new Groups(layout, keys, others, notes, goals, people);
  }

  /** The same with who was counted; see {@link People#with}. */
  Groups with(Map<Metric, Crowds> others) {
    return new Groups(layout, keys, columns, notes, goals, others);
  }

  /** Who is behind the unique counts, where that is known; see {@link People}. */
  Map<Metric, Crowds> people() {
    return people;
  }

  /**
   * The numbers of a row that sums up some groups. Where people are known, its unique counts are
   * how many there are in all of these; else they stay as they were added up.
   */
  long[] united(MetricLayout of, long[] values, int... members) {
    if (people.isEmpty()) {
      return values;
    }
    long[] united = values.clone();
    people.forEach(
        (metric, crowds) -> {
          int place = of.place(metric);
          long count = place < 0 ? 0 : crowds.count(members);
          if (place >= 0 && (count > 0 || united[place] != Row.UNKNOWN)) {
            united[place] = count;
          }
        });
    return united;
  }

  @Override
  public long weight() {
    long weight = 128L + keys.weight() + notes.weight() + (goals == null ? 0 : goals.weight());
    for (Numbers column : columns) {
      weight += column.weight();
    }
    for (Crowds crowds : people.values()) {
      weight += crowds.weight();
    }
    return weight;
  }
}
