package org.footfall.report;

import java.util.Arrays;

/**
 * Gathers {@link Crowds}. People are met in any order, and to put each into its set at once would
 * be a search in a place of memory nobody is at; so many wait, are sorted by group, and each group
 * takes all of its own at a time.
 */
final class CrowdBuilder {
  private static final int MOST_WAITING = 1 << 19;

  private final Crowds crowds = new Crowds();
  private int[] groups = new int[64];
  private int[] people = new int[64];
  private int waiting;
  private int groupsEnd;

  void add(int group, int person) {
    if (waiting == MOST_WAITING) {
      put();
    } else if (waiting == groups.length) {
      groups = Arrays.copyOf(groups, waiting * 2);
      people = Arrays.copyOf(people, waiting * 2);
    }
    groups[waiting] = group;
    people[waiting++] = person;
    groupsEnd = Math.max(groupsEnd, group + 1);
  }

  /** A counting sort. */
  private void put() {
    int[] ends = new int[groupsEnd + 1];
    for (int i = 0; i < waiting; i++) {
      ends[groups[i] + 1]++;
    }
    for (int group = 0; group < groupsEnd; group++) {
      ends[group + 1] += ends[group];
    }
    int[] sorted = new int[waiting];
    for (int i = 0; i < waiting; i++) {
      sorted[ends[groups[i]]++] = people[i];
    }
    int from = 0;
    for (int group = 0; group < groupsEnd; group++) {
      if (ends[group] > from) {
        Arrays.sort(sorted, from, ends[group]);
        crowds.add(group, sorted, from, once(sorted, from, ends[group]));
        from = ends[group];
      }
    }
    waiting = 0;
  }

  /** Moves equal ones together, and returns where they end then. */
  private static int once(int[] sorted, int from, int to) {
    int end = from + 1;
    for (int i = from + 1; i < to; i++) {
      if (sorted[i] != sorted[end - 1]) {
        sorted[end++] = sorted[i];
      }
    }
    return end;
  }

  /** What they take in memory, roughly. */
  long weight() {
    return crowds.weight() + 2L * Integer.BYTES * groups.length;
  }

  Crowds build() {
    put();
    return crowds;
  }
}
