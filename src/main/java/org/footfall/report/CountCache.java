package org.footfall.report;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.segment.Segment;
import org.footfall.time.ZoneHistory;

/**
 * Counts by the content they are of, as many as the allowed bytes hold. A version never comes back
 * with another content, so nothing is ever removed for being wrong.
 *
 * <p>What was used last stays. Caches that prefer what was used often keep out what is asked for
 * the first few times, but a report is asked for several times in a row and then never again; and
 * few entries are as heavy as half of all.
 */
final class CountCache {
  /**
   * What was counted, of what.
   *
   * @param exact whether it is known who is behind the unique counts
   */
  record Key(
      int site,
      Source source,
      Segment segment,
      ZoneHistory zones,
      long firstDay,
      long lastDay,
      long fingerprint,
      boolean exact) {
    static Key of(
        int site,
        Source source,
        Segment segment,
        ZoneHistory zones,
        Versions versions,
        boolean exact) {
      return new Key(
          site,
          source,
          segment,
          zones,
          versions.first().toEpochDay(),
          versions.last().toEpochDay(),
          versions.fingerprint(),
          exact);
    }
  }

  /** A table made of counts. */
  record TableKey(Report report, boolean flat, Key counts) {}

  /** What a row of a table takes beside its counts. */
  private static final long ROW_BYTES = 24;

  private static final long ENTRY_BYTES = 500;

  private final long mostBytes;
  private final Map<Key, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  /** Counts with the tables made of them, which would hold them in memory anyway. */
  private record Entry(Counts counts, Map<TableKey, DataTable> tables, long weight) {
    static Entry of(Counts counts, Map<TableKey, DataTable> tables) {
      long rows = counts instanceof Groups groups ? groups.size() : 0;
      return new Entry(
          counts, tables, ENTRY_BYTES + counts.weight() + tables.size() * ROW_BYTES * rows);
    }

    Entry with(TableKey key, DataTable table) {
      Map<TableKey, DataTable> more = new HashMap<>(tables);
      more.put(key, table);
      return of(counts, Map.copyOf(more));
    }
  }

  CountCache(long bytes) {
    this.mostBytes = bytes;
  }

  /** The counts, or null. */
  synchronized Counts get(Key key) {
    Entry known = entries.get(key);
    return known == null ? null : known.counts();
  }

  synchronized void put(Key key, Counts counts) {
    put(key, Entry.of(counts, Map.of()));
  }

  /** The table, or null. */
  synchronized DataTable table(TableKey key) {
    Entry known = entries.get(key.counts());
    return known == null ? null : known.tables().get(key);
  }

  /** Keeps a table with the counts it was made of. */
  synchronized void put(TableKey key, DataTable table, Groups of) {
    Entry known = entries.get(key.counts());
    Entry same = known == null || known.counts() != of ? Entry.of(of, Map.of()) : known;
    put(key.counts(), same.with(key, table));
  }

  private void put(Key key, Entry entry) {
    Entry before = entries.remove(key);
    weight -= before == null ? 0 : before.weight();
    if (entry.weight() > mostBytes) {
      return;
    }
    entries.put(key, entry);
    weight += entry.weight();
    Iterator<Entry> longestUnused = entries.values().iterator();
    while (weight > mostBytes) {
      weight -= longestUnused.next().weight();
      longestUnused.remove();
    }
  }

  /** Bytes held, roughly. */
  synchronized long weight() {
    return weight;
  }
}
