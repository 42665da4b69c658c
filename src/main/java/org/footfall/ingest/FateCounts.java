package org.footfall.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How many hits of each day and site met which fate. */
final class FateCounts {
  private final Map<Key, Long> counts = new HashMap<>();

  /** A row of {@code hit_fate}. */
  record Key(LocalDate day, int site, Fate fate) {}

  void add(LocalDate day, int site, Fate fate, long hits) {
    add(new Key(day, site, fate), hits);
  }

  void add(Key key, long hits) {
    if (hits != 0) {
      counts.merge(key, hits, Long::sum);
    }
  }

  Map<Key, Long> counts() {
    return counts;
  }
}
