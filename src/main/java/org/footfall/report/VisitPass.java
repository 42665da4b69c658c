package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;
import org.roaringbitmap.RoaringBitmap;

/** Counts a day's visits for all sources of visits at once. */
final class VisitPass {
  private static final Set<Column> COLUMNS = columns();

  private final LogTable visits;
  private final NumberColumn actions;
  private final NumberColumn seconds;
  private final NumberColumn converted;
  private final NumberColumn returning;
  private final TextColumn userIds;
  private final Visitors visitors;

  private VisitPass(LogTable visits) {
    this.visits = visits;
    this.actions = visits.number(Columns.ACTIONS);
    this.seconds = visits.number(Columns.TOTAL_SECONDS);
    this.converted = visits.number(Columns.CONVERTED);
    this.returning = visits.number(Columns.RETURNING);
    this.userIds = visits.text(Columns.USER_ID);
    this.visitors = new Visitors(visits, row -> true);
  }

  static DayFacts run(LogSnapshot log, int site, LocalDate day, ZoneHistory zones) {
    return new VisitPass(log.visits(site, day, COLUMNS)).count(day, zones);
  }

  private static Set<Column> columns() {
    Set<Column> columns =
        new LinkedHashSet<>(
            List.of(
                Columns.ACTIONS,
                Columns.TOTAL_SECONDS,
                Columns.CONVERTED,
                Columns.RETURNING,
                Columns.USER_ID));
    columns.addAll(Visitors.COLUMNS);
    for (Source source : Source.values()) {
      source.keys().forEach(key -> columns.add(key.column()));
    }
    return columns;
  }

  private DayFacts count(LocalDate day, ZoneHistory zones) {
    Map<Source, Groups> counted = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      if (source.ofVisits()) {
        counted.put(source, count(source, day, zones));
      }
    }
    Map<Source, DayFacts.Who> who = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      if (source.ofTotals()) {
        who.put(source, who(source));
      }
    }
    return new DayFacts(counted, who);
  }

  private DayFacts.Who who(Source source) {
    Visitors these = new Visitors(visits, row -> source.selects(returning.get(row)));
    RoaringBitmap known = these.known();
    known.runOptimize();
    return new DayFacts.Who(known, these.strangers(), users(source));
  }

  private Groups count(Source source, LocalDate day, ZoneHistory zones) {
    GroupBuilder groups = new GroupBuilder(source.layout());
    if (source.ofTotals()) {
      List<String> weekday = List.of(Integer.toString(day.getDayOfWeek().getValue()));
      for (int row = 0; row < visits.rows(); row++) {
        if (source.selects(returning.get(row))) {
          add(groups, groups.group(weekday), row);
        }
      }
    } else {
      VisitKey.Grouping grouping = new VisitKey.Grouping(source.keys(), visits, zones, groups);
      for (int row = 0; row < visits.rows(); row++) {
        add(groups, grouping.group(row), row);
      }
    }
    return groups.build();
  }

  private void add(GroupBuilder groups, int group, int row) {
    groups.seen(group, Metric.UNIQUE_VISITORS, visitors.of(row));
    if (!userIds.get(row).isEmpty()) {
      groups.seen(group, Metric.USERS, userIds.code(row));
    }
    groups.count(group, Metric.VISITS, 1);
    groups.count(group, Metric.ACTIONS, actions.get(row));
    groups.count(group, Metric.MAX_ACTIONS, actions.get(row));
    groups.count(group, Metric.VISIT_SECONDS, seconds.get(row));
    groups.count(group, Metric.BOUNCES, actions.get(row) <= 1 ? 1 : 0);
    groups.count(group, Metric.CONVERTED_VISITS, converted.get(row) == 0 ? 0 : 1);
  }

  private long[] users(Source source) {
    BitSet seen = new BitSet();
    for (int row = 0; row < visits.rows(); row++) {
      if (source.selects(returning.get(row)) && !userIds.get(row).isEmpty()) {
        seen.set(userIds.code(row));
      }
    }
    long[] hashes = new long[seen.cardinality()];
    int found = 0;
    for (int code = seen.nextSetBit(0); code >= 0; code = seen.nextSetBit(code + 1)) {
      hashes[found++] = hash(userIds.value(code));
    }
    Arrays.sort(hashes);
    return hashes;
  }

  /** FNV-1a over the bytes, mixed once more; two users of a site meet once in 2^64 pairs. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return hash ^ (hash >>> 32);
  }
}
