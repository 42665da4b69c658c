package org.footfall.report;

import java.util.Arrays;

/** Counts distinct things a group, given in any order: remembers all pairs and sorts them once. */
final class DistinctCounter {
  private long[] pairs = new long[256];
  private int size;

  void add(int group, int thing) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = ((long) group << 32) | (thing & 0xFFFFFFFFL);
  }

  /** Calls {@code result} once for each group that was added to. */
  void count(Result result) {
    Arrays.sort(pairs, 0, size);
    int at = 0;
    while (at < size) {
      long group = pairs[at] >> 32;
      long distinct = 0;
      for (long last = -1; at < size && pairs[at] >> 32 == group; at++) {
        if (distinct == 0 || pairs[at] != last) {
          distinct++;
          last = pairs[at];
        }
      }
      result.accept((int) group, distinct);
    }
  }

  /** Takes a group's number of distinct things. */
  interface Result {
    void accept(int group, long distinct);
  }
}
