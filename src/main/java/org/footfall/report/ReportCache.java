package org.footfall.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.footfall.time.ZoneHistory;

/**
 * Counted days and finished tables, by the versions of what they came from. A version never comes
 * back with another content, so nothing is ever removed for being wrong.
 */
final class ReportCache {
  /** A day's content, as counted over one of the log's tables on this clock. */
  record DayKey(int site, LocalDate day, long version, boolean ofVisits, ZoneHistory zones) {}

  /** A table's content: the days it came from, with their versions. */
  record TableKey(
      String report,
      int site,
      ZoneHistory zones,
      Period period,
      List<LocalDate> days,
      List<Long> versions) {
    static TableKey of(
        Report report,
        int site,
        ZoneHistory zones,
        Period period,
        SortedMap<LocalDate, Long> days) {
      return new TableKey(
          report.id(), site, zones, period, List.copyOf(days.keySet()), List.copyOf(days.values()));
    }
  }

  private static final long BYTES_A_ROW = 250;
  private final Cache<DayKey, DayFacts> days;
  private final Cache<TableKey, DataTable> tables;

  ReportCache(long bytes) {
    this.days =
        Caffeine.newBuilder()
            .maximumWeight(bytes / 2)
            .<DayKey, DayFacts>weigher((key, facts) -> weight(facts.weight()))
            .build();
    this.tables =
        Caffeine.newBuilder()
            .maximumWeight(bytes / 2)
            .<TableKey, DataTable>weigher(
                (key, table) -> weight(256 + 24L * key.days().size() + BYTES_A_ROW * table.size()))
            .build();
  }

  private static int weight(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  DayFacts day(DayKey key) {
    return days.getIfPresent(key);
  }

  void put(DayKey key, DayFacts facts) {
    days.put(key, facts);
  }

  DataTable table(TableKey key) {
    return tables.getIfPresent(key);
  }

  void put(TableKey key, DataTable table) {
    tables.put(key, table);
  }
}
