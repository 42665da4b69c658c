package org.footfall.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
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
  record TableKey(String report, boolean flat, Key counts) {}

  /** What a row of a table takes beside its counts. */
  private static final long ROW_BYTES = 24;

  private static final long ENTRY_BYTES = 500;

  private final Cache<Key, Entry> entries;

  /** Counts with the tables made of them, which keep them from being forgotten anyway. */
  private record Entry(Counts counts, Map<TableKey, DataTable> tables) {
    long weight() {
      long rows = counts instanceof Groups groups ? groups.size() : 0;
      return ENTRY_BYTES + counts.weight() + tables.size() * ROW_BYTES * rows;
    }

    Entry with(TableKey key, DataTable table) {
      Map<TableKey, DataTable> more = new HashMap<>(tables);
      more.put(key, table);
      return new Entry(counts, Map.copyOf(more));
    }
  }

  CountCache(long bytes) {
    this.entries =
        Caffeine.newBuilder()
            .executor(Runnable::run) // or what is to go would wait for an idle thread
            .maximumWeight(bytes)
            .<Key, Entry>weigher((key, entry) -> (int) Math.min(Integer.MAX_VALUE, entry.weight()))
            .build();
  }

  /** The counts, or null. */
  Counts get(Key key) {
    Entry known = entries.getIfPresent(key);
    return known == null ? null : known.counts();
  }

  void put(Key key, Counts counts) {
    entries.put(key, new Entry(counts, Map.of()));
  }

  /** The table, or null. */
  DataTable table(TableKey key) {
    Entry known = entries.getIfPresent(key.counts());
    return known == null ? null : known.tables().get(key);
  }

  /** Keeps a table with the counts it was made of. */
  void put(TableKey key, DataTable table, Groups of) {
    entries
        .asMap()
        .compute(
            key.counts(),
            (counts, known) ->
                (known == null || known.counts() != of ? new Entry(of, Map.of()) : known)
                    .with(key, table));
  }

  /** Bytes held, roughly. */
  long weight() {
    return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
