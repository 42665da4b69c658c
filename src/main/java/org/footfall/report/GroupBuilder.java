package org.footfall.report;

import java.util.Arrays;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/** Counts one part's rows into {@link Groups}. Groups have numbers in the order they are met. */
final class GroupBuilder {
  private final MetricLayout layout;
  private final KeyIndex keys = new KeyIndex();
  private final long[][] columns;
  private long[] notes = new long[16];

  GroupBuilder(MetricLayout layout) {
    this.layout = layout;
    this.columns = new long[layout.size()][16];
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
        for (int place = 0; place < columns.length; place++) {
          columns[place] = Arrays.copyOf(columns[place], group * 2);
        }
      }
      notes[group] = note;
    }
    return group;
  }

  int group(byte[] key) {
    return group(key, 0, key.length, 0);
  }

  /** The metric's numbers by group, to be counted into; good until the next new group. */
  long[] column(Metric metric) {
    return columns[layout.place(metric)];
  }

  /** Joins the numbers of another group into one's. */
  void join(int group, long[] values) {
    for (int place = 0; place < columns.length; place++) {
      boolean max = layout.metric(place).join() == Metric.Join.MAX;
      columns[place][group] =
          max
              ? Math.max(columns[place][group], values[place])
              : columns[place][group] + values[place];
    }
  }

  /** Adds to a group's number at a place of the layout. */
  void add(int group, int place, long amount) {
    columns[place][group] += amount;
  }

  Groups build() {
    TextList unsorted = keys.list();
    int[] order = unsorted.sorted();
    Numbers[] sorted = new Numbers[columns.length];
    for (int place = 0; place < sorted.length; place++) {
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
    return new Groups(layout, unsorted.pick(order), sorted, Numbers.of(sortedNotes));
  }
}
