package org.footfall.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/**
 * Merges sorted groups, two at a time, the smallest first; same keys meet.
 *
 * <p>Keys that follow each other begin alike, so each list remembers how many bytes its next key
 * shares with the last one that was put out. The one that shares more comes first without looking
 * at a byte; only where both share as much the rest is compared. (The idea is that of string
 * merging by longest common prefixes, Ng and Kakehi, 2008.)
 */
final class GroupMerge {
  private static final int LOOK_UP = 1 << 14;

  private final Groups left;
  private final Groups right;
  private final int most;
  private final int[] fromLeft;
  private final int[] fromRight;
  private int size;

  private GroupMerge(Groups left, Groups right, int most) {
    this.left = left;
    this.right = right;
    this.most = most;
    int all = left.size() + right.size();
    this.fromLeft = new int[all];
    this.fromRight = new int[all];
  }

  /**
   * All groups as one. Of notes those of the earlier list stay.
   *
   * @param most how many groups there may be
   * @throws ReportRefused when there are more, or the thread is interrupted
   */
  static Groups of(MetricLayout layout, List<Groups> lists, int most) throws ReportRefused {
    PriorityQueue<Ranked> queue =
        new PriorityQueue<>(Comparator.comparingInt(ranked -> ranked.groups().size()));
    for (Groups groups : lists) {
      if (groups.size() > 0) {
        queue.add(new Ranked(groups, queue.size()));
      }
    }
    if (queue.isEmpty()) {
      return Groups.none(layout);
    }
    while (queue.size() > 1) {
      Ranked one = queue.remove();
      Ranked other = queue.remove();
      boolean inOrder = one.rank() < other.rank();
      Ranked first = inOrder ? one : other;
      Ranked second = inOrder ? other : one;
      Groups merged = new GroupMerge(first.groups(), second.groups(), most).merge();
      queue.add(new Ranked(merged, first.rank()));
    }
    Groups all = queue.remove().groups();
    if (all.size() > most) {
      throw ReportRefused.tooManyRows(most);
    }
    return all;
  }

  /** Groups, and how early they came. */
  private record Ranked(Groups groups, int rank) {}

  private Groups merge() throws ReportRefused {
    TextList a = left.keys();
    TextList b = right.keys();
    int i = 0;
    int j = 0;
    int sharedA = 0;
    int sharedB = 0;
    while (i < a.size() && j < b.size()) {
      if (sharedA != sharedB) {
        if (sharedA > sharedB) {
          put(i, -1);
          sharedA = next(a, i++);
        } else {
          put(-1, j);
          sharedB = next(b, j++);
        }
        continue;
      }
      int same = sharedA + mismatch(a, i, b, j, sharedA);
      int order = order(a, i, b, j, same);
      if (order == 0) {
        put(i, j);
        sharedA = next(a, i++);
        sharedB = next(b, j++);
      } else if (order < 0) {
        put(i, -1);
        sharedA = next(a, i++);
        sharedB = same;
      } else {
        put(-1, j);
        sharedB = next(b, j++);
        sharedA = same;
      }
    }
    for (; i < a.size(); i++) {
      put(i, -1);
    }
    for (; j < b.size(); j++) {
      put(-1, j);
    }
    return build();
  }

  private static int next(TextList list, int index) {
    return index + 1 < list.size() ? list.shared(index, index + 1) : 0;
  }

  private static int mismatch(TextList a, int i, TextList b, int j, int from) {
    int length = Math.min(a.length(i), b.length(j)) - from;
    int at = a.start(i) + from;
    int bt = b.start(j) + from;
    int same = Arrays.mismatch(a.bytes(), at, at + length, b.bytes(), bt, bt + length);
    return same < 0 ? length : same;
  }

  private static int order(TextList a, int i, TextList b, int j, int same) {
    boolean aEnds = same == a.length(i);
    boolean bEnds = same == b.length(j);
    if (aEnds || bEnds) {
      return aEnds == bEnds ? 0 : aEnds ? -1 : 1;
    }
    return Byte.compareUnsigned(a.bytes()[a.start(i) + same], b.bytes()[b.start(j) + same]);
  }

  private void put(int i, int j) throws ReportRefused {
    if (size == most) {
      throw ReportRefused.tooManyRows(most);
    }
    if (size % LOOK_UP == 0 && Thread.currentThread().isInterrupted()) {
      throw ReportRefused.interrupted();
    }
    fromLeft[size] = i;
    fromRight[size++] = j;
  }

  /** Made in the end, when it is known how long they are together. */
  private TextList keys() {
    int[] ends = new int[size];
    int end = 0;
    for (int k = 0; k < size; k++) {
      boolean isLeft = fromLeft[k] >= 0;
      int length = isLeft ? left.keys().length(fromLeft[k]) : right.keys().length(fromRight[k]);
      end = Math.addExact(end, length);
      ends[k] = end;
    }
    byte[] bytes = new byte[end];
    for (int k = 0; k < size; k++) {
      TextList list = fromLeft[k] >= 0 ? left.keys() : right.keys();
      int index = fromLeft[k] >= 0 ? fromLeft[k] : fromRight[k];
      int length = list.length(index);
      System.arraycopy(list.bytes(), list.start(index), bytes, ends[k] - length, length);
    }
    return TextList.over(bytes, ends);
  }

  private Groups build() {
    MetricLayout layout = left.layout();
    Numbers[] columns = new Numbers[layout.size()];
    for (int place = 0; place < columns.length; place++) {
      boolean max = layout.metric(place).join() == Metric.Join.MAX;
      Numbers a = left.column(place);
      Numbers b = right.column(place);
      long[] values = new long[size];
      for (int k = 0; k < size; k++) {
        int i = fromLeft[k];
        int j = fromRight[k];
        if (i >= 0 && j >= 0) {
          values[k] = max ? Math.max(a.get(i), b.get(j)) : a.get(i) + b.get(j);
        } else {
          values[k] = i >= 0 ? a.get(i) : b.get(j);
        }
      }
      columns[place] = Numbers.of(values);
    }
    long[] notes = new long[size];
    for (int k = 0; k < size; k++) {
      notes[k] = fromLeft[k] >= 0 ? left.note(fromLeft[k]) : right.note(fromRight[k]);
    }
    return new Groups(layout, keys(), columns, Numbers.of(notes));
  }
}
