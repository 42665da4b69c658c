package org.footfall.report;

import java.util.EnumMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * What one pass counted of one day and site: either what its visits tell, or what its actions do.
 *
 * @param who the day's visitors, for sources of totals
 */
record DayFacts(Map<Source, Groups> groups, Map<Source, Who> who) {
  /**
   * Visitors as they are told apart beyond their day.
   *
   * @param visitors ordinals of the visitors who have one
   * @param strangers how many more visitors there were; they are known within their day only
   * @param users sorted hashes of the user ids
   */
  record Who(RoaringBitmap visitors, long strangers, long[] users) {}

  DayFacts {
    groups = new EnumMap<>(groups);
    who = who.isEmpty() ? Map.of() : new EnumMap<>(who);
  }

  Groups of(Source source) {
    return groups.get(source);
  }

  Who who(Source source) {
    return who.get(source);
  }

  long weight() {
    long weight = 256;
    for (Who each : who.values()) {
      weight += each.visitors().getLongSizeInBytes() + 8L * each.users().length;
    }
    for (Groups group : groups.values()) {
      weight += group.weight();
    }
    return weight;
  }
}
