package org.footfall.visitlog;

import java.util.Arrays;

/**
 * Visits of one site and day that were erased, and may still be in segments until compaction has
 * written these anew.
 *
 * @param visits sorted visit ids
 */
record ErasedVisits(long[] visits) {
  static final ErasedVisits NONE = new ErasedVisits(new long[0]);

  boolean isNone() {
    return visits.length == 0;
  }

  boolean has(long visit) {
    return visits.length > 0 && Arrays.binarySearch(visits, visit) >= 0;
  }
}
