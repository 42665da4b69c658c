package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/**
 * Merges sorted groups; same keys meet.
 *
 * <p>First the keys alone, neighbouring lists in pairs, without moving a byte: what comes out says
 * where each key is, and each list remembers where its keys went. Then every column is added up
 * once.
 *
 * <p>Keys that follow each other begin alike, so each of a pair remembers how many bytes its next
 * key shares with the last one that was put out. The one that shares more comes first without
 * looking at a byte; only where both share as much the rest is compared. (The idea is that of
 * string merging by longest common prefixes, Ng and Kakehi, 2008.)
 */
final class GroupMerge {
  private static final int LOOK_UP = 1 << 14;

  private final List<Groups> lists;
  private final int most;

  /** For each list where its groups went in the sequence that it is part of by now. */
  private final int[][] places;

  /** Sorted keys: of which list, which of its keys, and what it shares with the one before. */
  private record Sequence(int firstList, int endList, int[] lists, int[] keys, int[] shared) {
    int size() {
      return keys.length;
    }

    /** What a key shares with the one before; 0 behind the last. */
    int shared(int i) {
      return i == shared.length ? 0 : shared[i];
    }
  }

  private GroupMerge(List<Groups> lists, int most) {
    this.lists = lists;
    this.most = most;
    this.places = new int[lists.size()][];
  }

  /**
   * All groups as one. Of notes those of the earlier list stay.
   *
   * @param most how many groups there may be
   * @throws ReportRefused when there are more, or the thread is interrupted
   */
  static Groups of(MetricLayout layout, List<Groups> all, int most) throws ReportRefused {
    List<Groups> lists = all.stream().filter(groups -> groups.size() > 0).toList();
    if (lists.isEmpty()) {
      return Groups.none(layout);
    }
    Groups merged = lists.size() == 1 ? lists.get(0) : new GroupMerge(lists, most).merge();
    if (merged.size() > most) {
      throw ReportRefused.tooManyRows(most);
    }
    return merged;
  }

  private Groups merge() throws ReportRefused {
    List<Sequence> sequences = new ArrayList<>();
    for (int list = 0; list < lists.size(); list++) {
      TextList texts = lists.get(list).keys();
      int[] keys = new int[texts.size()];
      Arrays.setAll(keys, i -> i);
      places[list] = keys.clone();
      int[] shared = new int[keys.length];
      Arrays.setAll(shared, texts::shared);
      sequences.add(new Sequence(list, list + 1, constant(keys.length, list), keys, shared));
    }
    while (sequences.size() > 1) {
      int least = leastPair(sequences);
      Sequence both = new Pair(sequences.get(least), sequences.remove(least + 1)).merge();
      sequences.set(least, both);
    }
    return build(sequences.get(0));
  }

  /** Neighbours that have fewest keys, so that a long list is gone through once. */
  private static int leastPair(List<Sequence> sequences) {
    int least = 0;
    int keys = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < sequences.size(); i++) {
      int both = sequences.get(i).size() + sequences.get(i + 1).size();
      if (both < keys) {
        least = i;
        keys = both;
      }
    }
    return least;
  }

  private static int[] constant(int size, int value) {
    int[] all = new int[size];
    Arrays.fill(all, value);
    return all;
  }

  private Groups goals() throws ReportRefused {
    List<Groups> goals = lists.stream().map(Groups::goals).filter(Objects::nonNull).toList();
    return goals.isEmpty() ? null : of(goals.get(0).layout(), goals, most);
  }

  private Groups build(Sequence all) throws ReportRefused {
    MetricLayout layout = lists.get(0).layout();
    Numbers[] columns = new Numbers[layout.size()];
    for (int place = 0; place < columns.length; place++) {
      if (isZero(place)) {
        columns[place] = Numbers.constant(all.size(), 0);
        continue;
      }
      long[] values = new long[all.size()];
      Metric.Join join = layout.metric(place).join();
      for (int list = 0; list < places.length; list++) {
        if (join.adds()) {
          lists.get(list).column(place).addTo(values, places[list]);
        } else {
          join(lists.get(list).column(place), places[list], values, join);
        }
      }
      columns[place] = Numbers.of(values);
    }
    long[] notes = new long[all.size()];
    for (int list = places.length - 1; list >= 0; list--) {
      for (int i = 0; i < places[list].length; i++) {
        notes[places[list][i]] = lists.get(list).longNote(i);
      }
    }
    return new Groups(layout, keys(all), columns, Numbers.of(notes), goals());
  }

  private boolean isZero(int place) {
    for (Groups groups : lists) {
      if (!groups.column(place).isZero()) {
        return false;
      }
    }
    return true;
  }

  private static void join(Numbers column, int[] places, long[] into, Metric.Join join) {
    for (int i = 0; i < places.length; i++) {
      into[places[i]] = join.of(into[places[i]], column.get(i));
    }
  }

  private TextList keys(Sequence all) {
    int[] ends = new int[all.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.addExact(end, lists.get(all.lists[i]).keys().length(all.keys[i]));
      ends[i] = end;
    }
    byte[] bytes = new byte[end];
    for (int i = 0; i < ends.length; i++) {
      TextList list = lists.get(all.lists[i]).keys();
      int length = list.length(all.keys[i]);
      System.arraycopy(list.bytes(), list.start(all.keys[i]), bytes, ends[i] - length, length);
    }
    return TextList.over(bytes, ends, all.shared());
  }

  /** Two sequences becoming one. */
  private final class Pair {
    private final Sequence a;
    private final Sequence b;
    private final int[] placesOfA;
    private final int[] placesOfB;
    private final int[] listOf;
    private final int[] keyOf;
    private final int[] sharedOf;
    private int size;

    Pair(Sequence a, Sequence b) {
      this.a = a;
      this.b = b;
      this.placesOfA = new int[a.size()];
      this.placesOfB = new int[b.size()];
      this.listOf = new int[a.size() + b.size()];
      this.keyOf = new int[listOf.length];
      this.sharedOf = new int[listOf.length];
    }

    Sequence merge() throws ReportRefused {
      int i = 0;
      int j = 0;
      int sharedA = 0;
      int sharedB = 0;
      while (i < a.size() && j < b.size()) {
        int same = sharedA;
        int order = sharedB - sharedA;
        if (order == 0) {
          TextList listA = lists.get(a.lists[i]).keys();
          TextList listB = lists.get(b.lists[j]).keys();
          same += listA.shared(a.keys[i], listB, b.keys[j], sharedA);
          order = listA.compare(a.keys[i], listB, b.keys[j], same);
        }
        if (order == 0) {
          placesOfB[j] = size;
          put(a, i++, placesOfA, sharedA);
          sharedA = a.shared(i);
          sharedB = b.shared(++j);
        } else if (order < 0) {
          put(a, i++, placesOfA, sharedA);
          sharedB = sharedA == sharedB ? same : sharedB;
          sharedA = a.shared(i);
        } else {
          put(b, j++, placesOfB, sharedB);
          sharedA = sharedA == sharedB ? same : sharedA;
          sharedB = b.shared(j);
        }
      }
      while (i < a.size()) {
        put(a, i++, placesOfA, sharedA);
        sharedA = a.shared(i);
      }
      while (j < b.size()) {
        put(b, j++, placesOfB, sharedB);
        sharedB = b.shared(j);
      }
      move(a, placesOfA);
      move(b, placesOfB);
      return new Sequence(
          a.firstList,
          b.endList,
          Arrays.copyOf(listOf, size),
          Arrays.copyOf(keyOf, size),
          Arrays.copyOf(sharedOf, size));
    }

    private void put(Sequence from, int i, int[] placesOf, int shared) throws ReportRefused {
      if (size == most) {
        throw ReportRefused.tooManyRows(most);
      }
      if (size % LOOK_UP == 0 && Thread.currentThread().isInterrupted()) {
        throw ReportRefused.interrupted();
      }
      listOf[size] = from.lists[i];
      keyOf[size] = from.keys[i];
      sharedOf[size] = shared;
      placesOf[i] = size++;
    }

    private void move(Sequence of, int[] placesOf) {
      for (int list = of.firstList; list < of.endList; list++) {
        int[] all = places[list];
        for (int i = 0; i < all.length; i++) {
          all[i] = placesOf[all[i]];
        }
      }
    }
  }
}
