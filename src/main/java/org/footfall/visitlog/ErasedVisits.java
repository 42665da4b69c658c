package org.footfall.visitlog;

import java.util.Arrays;

/**
 * Visits of one site and day that were erased, and may still be in segments until compaction has
 * written these anew.
 *
 * @param day whether the whole day was
 * @param visits sorted visit ids
 */
record ErasedVisits(boolean day, long[] visits) {
  static final ErasedVisits NONE = new ErasedVisits(false, new long[0]);

  boolean isNone() {
    return !day && visits.length == 0;
  }

  boolean has(long visit) {
    return day || Arrays.binarySearch(visits, visit) >= 0;
  }
}
