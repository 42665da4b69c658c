package org.footfall.report;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/**
 * For each group a set of people, who are numbers. Most groups have few people, as most pages of a
 * site have few readers, and a bitmap each would take many times what it holds: few people are a
 * sorted array, and many a bitmap.
 */
final class Crowds {
  private static final int MOST_OF_FEW = 256;
  private static final int[] NOBODY = {};

  private static final int GROUP_BYTES = 8;
  private static final int ARRAY_BYTES = 16;
  private static final int BITMAP_BYTES = 100;

  private int[][] few = new int[16][];
  private RoaringBitmap[] many = new RoaringBitmap[16];

  /** Adds people to a group, who are sorted and told once. */
  void add(int group, int[] people, int from, int to) {
    reach(group);
    if (many[group] == null) {
      int[] merged = merged(few(group), people, from, to);
      if (merged.length <= MOST_OF_FEW) {
        few[group] = merged;
        return;
      }
      few[group] = null;
      many[group] = new RoaringBitmap();
      many[group].addN(merged, 0, merged.length);
    } else {
      many[group].addN(people, from, to - from);
    }
  }

  private void reach(int group) {
    if (group >= few.length) {
      int capacity = Math.max(group + 1, few.length * 2);
      few = Arrays.copyOf(few, capacity);
      many = Arrays.copyOf(many, capacity);
    }
  }

  private static int[] merged(int[] some, int[] more, int from, int to) {
    int[] all = new int[some.length + to - from];
    int size = 0;
    int i = 0;
    int j = from;
    while (i < some.length || j < to) {
      boolean first = j == to || (i < some.length && some[i] <= more[j]);
      int next = first ? some[i] : more[j];
      j += j < to && more[j] == next ? 1 : 0;
      i += first ? 1 : 0;
      all[size++] = next;
    }
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  private int[] few(int group) {
    return group >= few.length || few[group] == null ? NOBODY : few[group];
  }

  private RoaringBitmap many(int group) {
    return group >= many.length ? null : many[group];
  }

  /** How many there are in some groups together. */
  long count(int... groups) {
    if (groups.length == 1) {
      RoaringBitmap all = many(groups[0]);
      return all == null ? few(groups[0]).length : all.getLongCardinality();
    }
    RoaringBitmap all = new RoaringBitmap();
    for (int group : groups) {
      if (many(group) == null) {
        all.addN(few(group), 0, few(group).length);
      } else {
        all.or(many[group]);
      }
    }
    return all.getLongCardinality();
  }

  /**
   * The same people in other groups, several of which may become one.
   *
   * @param to the other number of each group; less than 0 for one that nobody asks for
   * @param usedUp whether nobody needs these crowds any more
   */
  Crowds moved(int[] to, boolean usedUp) {
    Crowds moved = new Crowds();
    for (int group = 0; group < Math.min(to.length, few.length); group++) {
      if (to[group] >= 0) {
        RoaringBitmap people = many[group];
        moved.take(to[group], few[group], people == null || usedUp ? people : people.clone());
      }
      if (usedUp) {
        few[group] = null;
        many[group] = null;
      }
    }
    return moved;
  }

  private void take(int group, int[] fewPeople, RoaringBitmap manyPeople) {
    reach(group);
    if (few[group] == null && many[group] == null) {
      few[group] = fewPeople;
      many[group] = manyPeople;
    } else if (fewPeople != null) {
      add(group, fewPeople, 0, fewPeople.length);
    } else if (manyPeople != null) {
      int[] people = manyPeople.toArray();
      Arrays.sort(people); // a bitmap has those below 0 last
      add(group, people, 0, people.length);
    }
  }

  /** What they take in memory, roughly. */
  long weight() {
    long weight = (long) few.length * GROUP_BYTES;
    for (int group = 0; group < few.length; group++) {
      if (many[group] != null) {
        weight += BITMAP_BYTES + many[group].getLongSizeInBytes();
      } else if (few[group] != null) {
        weight += ARRAY_BYTES + (long) Integer.BYTES * few[group].length;
      }
    }
    return weight;
  }
}
