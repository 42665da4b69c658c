package org.footfall.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days of a stretch that hold something, with their versions: which content of the log counts
 * are of.
 */
record Versions(TreeMap<LocalDate, Long> days) {
  /** A number for the content: the same for the same days in the same versions. */
  long fingerprint() {
    long print = days.size();
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      print = mix(print ^ day.getKey().toEpochDay());
      print = mix(print ^ day.getValue());
    }
    return print;
  }

  private static long mix(long value) {
    long mixed = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  LocalDate first() {
    return days.firstKey();
  }

  LocalDate last() {
    return days.lastKey();
  }

  /** Those of a stretch, both ends included. */
  Versions within(LocalDate from, LocalDate to) {
    return new Versions(new TreeMap<>(days.subMap(from, true, to, true)));
  }
}
