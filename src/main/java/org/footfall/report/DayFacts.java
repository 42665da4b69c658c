package org.footfall.report;

import java.util.EnumMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * What one pass counted of one day and site: either what its visits tell, or what its actions do.
 *
 * @param visitors ordinals of the day's visitors who have one; empty in facts of actions
 * @param strangers how many more visitors there were; they are known within their day only
 * @param users sorted hashes of the day's user ids
 */
record DayFacts(Map<Source, Groups> groups, RoaringBitmap visitors, long strangers, long[] users) {
  DayFacts {
    groups = new EnumMap<>(groups);
  }

  Groups of(Source source) {
    return groups.get(source);
  }

  long weight() {
    long weight = 256 + visitors.getLongSizeInBytes() + 8L * users.length;
    for (Groups group : groups.values()) {
      weight += group.weight();
    }
    return weight;
  }
}
