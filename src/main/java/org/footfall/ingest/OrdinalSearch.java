package org.footfall.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.footfall.site.SiteId;
import org.footfall.visit.DayState;
import org.footfall.visit.Visitor;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds a visitor's latest visit before a day, for hits that come late. Days are looked at
 * backwards; a bitmap of each day's visitor ordinals, kept for the days looked at lately, tells
 * which to open. What memory knows of a day is newer than the log and counts first.
 *
 * <p>A batch must not stand still over one hit, so no more than {@link #MOST_DAYS} days that hold
 * anything are looked at. Of a visitor who was not here in those no more is said than that there
 * was a first visit: the late visit then counts as the second, and its time since the visitor's
 * last visit as that since the first. How many days are looked at does not depend on what is
 * cached, so that the same hits always become the same visits.
 */
final class OrdinalSearch {
  /** About a month of a site that has visitors each day. */
  static final int MOST_DAYS = 30;

  private static final int KEPT_BITMAPS = 1_000;
  private static final List<Column> COLUMNS =
      List.of(
          Columns.VISITOR_ORDINAL,
          Columns.FIRST_ACTION_TIME,
          Columns.LAST_ACTION_TIME,
          Columns.VISIT_COUNT,
          Columns.SECONDS_SINCE_FIRST,
          Columns.SECONDS_SINCE_ORDER);

  private final LogReader log;
  private final OpenDays open;
  private final Map<Version, RoaringBitmap> bitmaps = new LinkedHashMap<>(64, 0.75f, true);

  private record Version(SiteId site, LocalDate day, long version) {}

  OrdinalSearch(LogReader log, OpenDays open) {
    this.log = log;
    this.open = open;
  }

  Optional<Visitor> before(SiteId site, long visitorId, Visitor visitor, LocalDate day) {
    LocalDate first =
        LocalDate.ofInstant(Instant.ofEpochSecond(visitor.firstVisit()), ZoneOffset.UTC)
            .minusDays(1);
    LocalDate last = day.minusDays(1);
    return log.snapshot(
        snapshot -> {
          NavigableMap<LocalDate, Long> days =
              new TreeMap<>(snapshot.days(site.value(), first, last));
          for (LocalDate inMemory : open.daysOf(site)) {
            if (inMemory.isBefore(day)) {
              days.putIfAbsent(inMemory, 0L);
            }
          }
          Optional<Visitor> found = latest(snapshot, site, visitorId, visitor.ordinal(), days);
          return found.isEmpty() && days.size() > MOST_DAYS
              ? Optional.of(asAtFirst(visitor))
              : found;
        });
  }

  private static Visitor asAtFirst(Visitor visitor) {
    return new Visitor(visitor.ordinal(), visitor.firstVisit(), visitor.firstVisit(), 1, 0);
  }

  private Optional<Visitor> latest(
      LogSnapshot snapshot,
      SiteId site,
      long visitorId,
      int ordinal,
      NavigableMap<LocalDate, Long> days) {
    int looked = 0;
    for (Map.Entry<LocalDate, Long> entry : days.descendingMap().entrySet()) {
      if (looked++ == MOST_DAYS) {
        break;
      }
      DayState known = open.known(site, entry.getKey());
      Optional<Visitor> inMemory = known == null ? Optional.empty() : known.latestOf(visitorId);
      if (inMemory.isPresent()) {
        return inMemory;
      }
      Version version = new Version(site, entry.getKey(), entry.getValue());
      if (entry.getValue() > 0 && bitmap(snapshot, version).contains(ordinal)) {
        return inLog(snapshot, site, entry.getKey(), ordinal);
      }
    }
    return Optional.empty();
  }

  private RoaringBitmap bitmap(LogSnapshot snapshot, Version version) {
    RoaringBitmap known = bitmaps.get(version);
    if (known != null) {
      return known;
    }
    LogTable table =
        snapshot.visits(version.site().value(), version.day(), List.of(Columns.VISITOR_ORDINAL));
    NumberColumn ordinals = table.number(Columns.VISITOR_ORDINAL);
    RoaringBitmap bitmap = new RoaringBitmap();
    for (int row = 0; row < table.rows(); row++) {
      bitmap.add((int) ordinals.get(row));
    }
    if (bitmaps.size() >= KEPT_BITMAPS) {
      bitmaps.remove(bitmaps.keySet().iterator().next());
    }
    bitmaps.put(version, bitmap);
    return bitmap;
  }

  private static Optional<Visitor> inLog(
      LogSnapshot snapshot, SiteId site, LocalDate day, int ordinal) {
    LogTable table = snapshot.visits(site.value(), day, COLUMNS);
    NumberColumn ordinals = table.number(Columns.VISITOR_ORDINAL);
    NumberColumn ends = table.number(Columns.LAST_ACTION_TIME);
    int latest = -1;
    for (int row = 0; row < table.rows(); row++) {
      if (ordinals.get(row) == ordinal && (latest < 0 || ends.get(row) >= ends.get(latest))) {
        latest = row;
      }
    }
    return latest < 0 ? Optional.empty() : Optional.of(visitor(table, latest));
  }

  private static Visitor visitor(LogTable table, int row) {
    long start = table.number(Columns.FIRST_ACTION_TIME).get(row);
    long sinceOrder = table.number(Columns.SECONDS_SINCE_ORDER).get(row);
    return new Visitor(
        (int) table.number(Columns.VISITOR_ORDINAL).get(row),
        start - table.number(Columns.SECONDS_SINCE_FIRST).get(row),
        start,
        (int) table.number(Columns.VISIT_COUNT).get(row),
        sinceOrder == 0 ? 0 : start - (sinceOrder - 1));
  }
}
