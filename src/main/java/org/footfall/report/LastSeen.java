package org.footfall.report;

import java.util.Arrays;

/** For each group who was counted in it last; whoever comes in order is counted once a group. */
final class LastSeen {
  private int[] last = new int[64];

  /** Whether the group has not just been counted for this one, from 0 on. */
  boolean isFirst(int group, int who) {
    if (group >= last.length) {
      last = Arrays.copyOf(last, Math.max(group + 1, last.length * 2));
    }
    if (last[group] == who + 1) {
      return false;
    }
    last[group] = who + 1;
    return true;
  }
}
