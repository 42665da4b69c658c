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

  /** A table made of counts. */
  record TableKey(Report report, boolean flat, Key counts) {}

  /** What a row of a table takes beside its counts. */
  private static final long ROW_BYTES = 24;

  private final Cache<Key, Counts> counts;
  private final Cache<TableKey, Table> tables;

  /** A table with the counts it keeps from being forgotten. */
  private record Table(DataTable table, long weight) {}

  CountCache(long bytes) {
    this.tables =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(bytes / 2)
            .<TableKey, Table>weigher(
                (key, value) -> (int) Math.min(Integer.MAX_VALUE, 300 + value.weight()))
            .build();
    this.counts =
        Caffeine.newBuilder()
            .executor(Runnable::run) // or what is to go would wait for an idle thread
            .maximumWeight(bytes / 2)
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

  /** The table, or null. */
  DataTable table(TableKey key) {
    Table known = tables.getIfPresent(key);
    return known == null ? null : known.table();
  }

  void put(TableKey key, DataTable table, Groups of) {
    tables.put(key, new Table(table, of.weight() + ROW_BYTES * of.size()));
  }

  /** Bytes held, roughly. */
  long weight() {
    return weight(counts) + weight(tables);
  }

  private static long weight(Cache<?, ?> cache) {
    return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
