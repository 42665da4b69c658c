package org.footfall.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.footfall.segment.Segment;
import org.footfall.time.ZoneHistory;

/**
 * Counts by the content they are of, as many as the allowed bytes hold. A version never comes back
 * with another content, so nothing is ever removed for being wrong.
 */
final class CountCache {
  /** What was counted, of what. */
  record Key(
      int site,
      Source source,
      Segment segment,
      ZoneHistory zones,
      long firstDay,
      long lastDay,
      long fingerprint) {
    static Key of(int site, Source source, Segment segment, ZoneHistory zones, Versions versions) {
      return new Key(
          site,
          source,
          segment,
          zones,
          versions.first().toEpochDay(),
          versions.last().toEpochDay(),
          versions.fingerprint());
    }
  }

  private final Cache<Key, Counts> counts;

  CountCache(long bytes) {
    this.counts =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .<Key, Counts>weigher(
                (key, value) -> (int) Math.min(Integer.MAX_VALUE, 200 + value.weight()))
            .build();
  }

  /** The counts, or null. */
  Counts get(Key key) {
    return counts.getIfPresent(key);
  }

  void put(Key key, Counts value) {
    counts.put(key, value);
  }

  /** Bytes held, roughly. */
  long weight() {
    return counts.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
