package org.footfall.report;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/**
 * For each group a set of people, who are numbers. Most groups have few people, as most pages of a
 * site have few readers, and a bitmap each would take many times what it holds: few people are a
 * sorted array, and many a bitmap.
 */
final class Crowds {
  private static final int FEW = 32;
  private static final int ARRAY_BYTES = 16;
  private static final int GROUP_BYTES = 9;
  private static final int BITMAP_BYTES = 100;

  private int[][] few = new int[16][];
  private byte[] sizes = new byte[16];
  private RoaringBitmap[] many = new RoaringBitmap[16];

  void add(int group, int person) {
    if (group >= sizes.length) {
      int capacity = Math.max(group + 1, sizes.length * 2);
      few = Arrays.copyOf(few, capacity);
      sizes = Arrays.copyOf(sizes, capacity);
      many = Arrays.copyOf(many, capacity);
    }
    if (many[group] != null) {
      many[group].add(person);
    } else {
      addToFew(group, person);
    }
  }

  private void addToFew(int group, int person) {
    int size = sizes[group];
    int[] known = few[group] == null ? new int[1] : few[group];
    int found = Arrays.binarySearch(known, 0, size, person);
    if (found >= 0) {
      return;
    }
    if (size == FEW) {
      many[group] = RoaringBitmap.bitmapOfUnordered(known);
      many[group].add(person);
      few[group] = null;
      return;
    }
    int place = -1 - found;
    int[] more = size < known.length ? known : Arrays.copyOf(known, size * 2);
    System.arraycopy(more, place, more, place + 1, size - place);
    more[place] = person;
    few[group] = more;
    sizes[group]++;
  }

  /** How many there are in a group. */
  long count(int group) {
    if (group >= sizes.length) {
      return 0;
    }
    return many[group] == null ? sizes[group] : many[group].getLongCardinality();
  }

  /** How many there are in some groups together. */
  long count(int... groups) {
    if (groups.length == 1) {
      return count(groups[0]);
    }
    RoaringBitmap all = new RoaringBitmap();
    for (int group : groups) {
      if (group < sizes.length && many[group] != null) {
        all.or(many[group]);
      } else if (group < sizes.length) {
        for (int i = 0; i < sizes[group]; i++) {
          all.add(few[group][i]);
        }
      }
    }
    return all.getLongCardinality();
  }

  /**
   * The same people in other groups, several of which may become one. These crowds are used up.
   *
   * @param to the other number of each group
   */
  Crowds moved(int[] to) {
    Crowds moved = new Crowds();
    for (int group = 0; group < Math.min(to.length, sizes.length); group++) {
      int target = to[group];
      if (many[group] != null) {
        moved.add(target, many[group]);
      }
      for (int i = 0; many[group] == null && i < sizes[group]; i++) {
        moved.add(target, few[group][i]);
      }
      few[group] = null;
      many[group] = null;
    }
    return moved;
  }

  private void add(int group, RoaringBitmap people) {
    add(group, people.first());
    if (many[group] == null) {
      many[group] = people;
      for (int i = 0; i < sizes[group]; i++) {
        people.add(few[group][i]);
      }
      few[group] = null;
    } else {
      many[group].or(people);
    }
  }

  /** What they take in memory, roughly. */
  long weight() {
    long weight = (long) sizes.length * GROUP_BYTES;
    for (int group = 0; group < sizes.length; group++) {
      if (many[group] != null) {
        weight += BITMAP_BYTES + many[group].getLongSizeInBytes();
      } else if (few[group] != null) {
        weight += ARRAY_BYTES + (long) Integer.BYTES * few[group].length;
      }
    }
    return weight;
  }
}
