package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.footfall.codec.ByteSink;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/** Counts one part's rows into {@link Groups}. Groups have numbers in the order they are met. */
final class GroupBuilder {
  private final MetricLayout layout;
  private final People people;
  private final KeyIndex keys = new KeyIndex();

  /** By place; null as long as all numbers are 0, as those of what a site does not measure. */
  private final long[][] columns;

  private long[] notes = new long[16];
  private int[] placesInAll;
  private GroupBuilder goals;
  private LongIntMap goalGroups;

  GroupBuilder(MetricLayout layout) {
    this(layout, null);
  }

  /**
   * @param people who are told whom the groups count; null where nobody asks for that
   */
  GroupBuilder(MetricLayout layout, People people) {
    this.layout = layout;
    this.people = people;
    this.placesInAll = people == null ? null : new int[16];
    this.columns = new long[layout.size()][];
  }

  /**
   * The number of the key's group.
   *
   * @param note of a key's notes the first is kept
   */
  int group(byte[] key, int from, int to, long note) {
    int known = keys.size();
    int group = keys.add(key, from, to);
    if (group == known) {
      if (group == notes.length) {
        notes = Arrays.copyOf(notes, group * 2);
        placesInAll = people == null ? null : Arrays.copyOf(placesInAll, group * 2);
        for (int place = 0; place < columns.length; place++) {
          columns[place] = columns[place] == null ? null : Arrays.copyOf(columns[place], group * 2);
        }
      }
      notes[group] = note;
      if (people != null) {
        placesInAll[group] = people.group(key, from, to);
      }
    }
    return group;
  }

  int group(byte[] key) {
    return group(key, 0, key.length, 0);
  }

  /** A place of its own for each goal of a group; see {@link #goals()}. */
  int goalGroup(MetricLayout layoutOfGoals, int group, long goal) {
    if (goals == null) {
      goals = new GroupBuilder(layoutOfGoals);
      goalGroups = new LongIntMap();
    }
    int known = goals.keys.size();
    int place = goalGroups.add(((long) group << 32) | goal);
    if (place == known) {
      ByteSink key = new ByteSink();
      keys.put(group, key);
      key.put(Groups.BETWEEN).put(Long.toString(goal).getBytes(StandardCharsets.UTF_8));
      int unused = goals.group(key.toBytes());
    }
    return place;
  }

  /** Counts what {@link #goalGroup} gave places to. */
  GroupBuilder goals() {
    return goals;
  }

  /** The metric's numbers by group, to be counted into; good until the next new group. */
  long[] column(Metric metric) {
    return column(layout.place(metric));
  }

  private long[] column(int place) {
    if (columns[place] == null) {
      columns[place] = new long[notes.length];
    }
    return columns[place];
  }

  /** Joins the numbers of another group into one's. */
  void join(int group, long[] values) {
    for (int place = 0; place < columns.length; place++) {
      if (values[place] != 0) {
        join(group, place, values[place]);
      }
    }
  }

  /** Adds to a group's number at a place of the layout. */
  void add(int group, int place, long amount) {
    long[] column = column(place);
    column[group] = Numbers.sum(column[group], amount);
  }

  /** Counts somebody in a group, who has not been counted there in this part. */
  void addPerson(int group, int place, int person) {
    add(group, place, 1);
    meet(group, layout.metric(place), person);
  }

  /** Notes who it was that was counted in a group. */
  void meet(int group, Metric metric, int person) {
    if (people != null) {
      people.add(metric, placesInAll[group], person);
    }
  }

  /** Joins a number with a group's at a place of the layout, as those of two days are. */
  void join(int group, int place, long number) {
    long[] column = column(place);
    column[group] = layout.metric(place).join().of(column[group], number);
  }

  /** Makes a group's number at a place of the layout at least as high. */
  void raise(int group, int place, long least) {
    long[] column = column(place);
    column[group] = Math.max(column[group], least);
  }

  Groups build() {
    TextList unsorted = keys.list();
    int[] order = unsorted.sorted();
    Numbers[] sorted = new Numbers[columns.length];
    for (int place = 0; place < sorted.length; place++) {
      if (columns[place] == null) {
        sorted[place] = Numbers.constant(order.length, 0);
        continue;
      }
      long[] values = new long[order.length];
      for (int i = 0; i < order.length; i++) {
        values[i] = columns[place][order[i]];
      }
      sorted[place] = Numbers.of(values);
      columns[place] = null;
    }
    long[] sortedNotes = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      sortedNotes[i] = notes[order[i]];
    }
    return new Groups(
        layout,
        unsorted.pick(order),
        sorted,
        Numbers.of(sortedNotes),
        goals == null ? null : goals.build());
  }
}
