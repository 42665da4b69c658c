package org.footfall.report;

import java.util.Arrays;
import org.footfall.codec.ByteSink;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextHash;
import org.footfall.codec.TextList;

/** Counts one part's rows into {@link Groups}. Groups have numbers in the order they are met. */
final class GroupBuilder {
  private static final TextHash HASH = TextHash.random();

  private final MetricLayout layout;
  private final ByteSink bytes = new ByteSink();
  private final long[][] columns;
  private int[] ends = new int[16];
  private int[] notes = new int[16];
  private int[] slots = new int[64];
  private int size;

  GroupBuilder(MetricLayout layout) {
    this.layout = layout;
    this.columns = new long[layout.size()][16];
  }

  int size() {
    return size;
  }

  /**
   * The number of the key's group.
   *
   * @param note of a key's notes the first is kept
   */
  int group(byte[] key, int from, int to, int note) {
    int slot = hash(key, from, to) & (slots.length - 1);
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (Arrays.equals(bytes.array(), start(known), ends[known], key, from, to)) {
        return known;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      notes = Arrays.copyOf(notes, size * 2);
      for (int place = 0; place < columns.length; place++) {
        columns[place] = Arrays.copyOf(columns[place], size * 2);
      }
    }
    bytes.put(key, from, to - from);
    ends[size] = bytes.size();
    notes[size] = note;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  int group(byte[] key) {
    return group(key, 0, key.length, 0);
  }

  /** The metric's numbers by group, to be counted into; good until the next new group. */
  long[] column(Metric metric) {
    return columns[layout.place(metric)];
  }

  /** Adds to a group's number at a place of the layout. */
  void add(int group, int place, long amount) {
    columns[place][group] += amount;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int group = 0; group < size; group++) {
      int slot = hash(bytes.array(), start(group), ends[group]) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = group + 1;
    }
  }

  private int start(int group) {
    return group == 0 ? 0 : ends[group - 1];
  }

  private static int hash(byte[] bytes, int from, int to) {
    return (int) HASH.of(bytes, from, to);
  }

  Groups build() {
    TextList unsorted = TextList.over(bytes.toBytes(), Arrays.copyOf(ends, size));
    int[] order = unsorted.sorted();
    Numbers[] sorted = new Numbers[columns.length];
    for (int place = 0; place < sorted.length; place++) {
      long[] values = new long[size];
      for (int i = 0; i < size; i++) {
        values[i] = columns[place][order[i]];
      }
      sorted[place] = Numbers.of(values);
    }
    long[] sortedNotes = new long[size];
    for (int i = 0; i < size; i++) {
      sortedNotes[i] = notes[order[i]];
    }
    return new Groups(layout, unsorted.pick(order), sorted, Numbers.of(sortedNotes));
  }
}
