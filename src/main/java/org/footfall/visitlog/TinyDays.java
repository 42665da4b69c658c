package org.footfall.visitlog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.footfall.store.Database;
import org.footfall.visitlog.LogCompactor.Ended;
import org.footfall.visitlog.LogCompactor.Outcome;
import org.footfall.visitlog.LogStore.SiteDay;
import org.footfall.visitlog.NewSegments.DayRows;

/**
 * Puts a site's sealed days of little traffic together, so that a small site has a segment a month
 * and not one a day.
 */
final class TinyDays {
  /** A site's days of no more rows together are kept in one segment. */
  private static final int TINY_ROWS = 20_000;

  private final Database database;
  private final LogStore store;
  private final SegmentExchange exchange;

  TinyDays(Database database, LogStore store, SegmentExchange exchange) {
    this.database = database;
    this.store = store;
    this.exchange = exchange;
  }

  /** Adds sealed days as one segment where they are tiny, else as one or several each. */
  static void addSealed(List<DayRows> days, long version, NewSegments into) {
    int rows = days.stream().mapToInt(day -> day.rows().size()).sum();
    if (days.size() > 1 && rows <= TINY_ROWS) {
      into.addSealed(version, days);
    } else {
      days.forEach(day -> into.addSealed(version, day));
    }
  }

  /** Puts days together by week and month, once these are over. */
  Outcome combine(int site, Set<LocalDate> days, Ended ended, BooleanSupplier cancelled) {
    Set<List<LocalDate>> spans = new TreeSet<>(Comparator.comparing(List::toString));
    for (LocalDate day : days) {
      LocalDate first = day.with(TemporalAdjusters.firstDayOfMonth());
      LocalDate last = day.with(TemporalAdjusters.lastDayOfMonth());
      LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      LocalDate sunday = monday.plusDays(6);
      spans.add(List.of(first, last));
      spans.add(
          List.of(monday.isBefore(first) ? first : monday, sunday.isAfter(last) ? last : sunday));
    }
    Outcome done = Outcome.NOTHING;
    for (List<LocalDate> span : spans) {
      if (!cancelled.getAsBoolean() && ended.isOver(site, span.get(1), 0)) {
        done = done.plus(combine(site, span.get(0), span.get(1)));
      }
    }
    return done;
  }

  private Outcome combine(int site, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, List<SegmentRef>> days =
        database.read(c -> store.sealedDays(c, site, from, to));
    Set<SegmentRef> segments = new HashSet<>();
    days.values().forEach(segments::addAll);
    boolean whole = segments.stream().allMatch(SegmentRef::isSealed);
    long rows = segments.stream().mapToLong(SegmentRef::rows).sum();
    if (segments.size() < 2 || !whole || rows > TINY_ROWS) {
      return Outcome.NOTHING;
    }
    List<SegmentRef> all = new ArrayList<>(segments);
    return exchange.replace(
        all.get(0).name().shard(),
        all,
        (read, erased, into) -> {
          if (!days.keySet().containsAll(SegmentExchange.datesIn(read))) {
            throw new SegmentExchange.Overtaken();
          }
          List<DayRows> kept = new ArrayList<>();
          for (LocalDate day : SegmentExchange.datesIn(read)) {
            SiteDay of = new SiteDay(site, day);
            kept.add(new DayRows(of, VisitorParts.day(read, of, erased.get(of))));
          }
          addSealed(kept, SegmentExchange.version(read), into);
        },
        connection -> true);
  }
}
