package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.footfall.store.Database;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.LogStore.OpenDay;
import org.footfall.visitlog.LogStore.SiteDay;
import org.footfall.visitlog.NewSegments.DayRows;
import org.footfall.visitlog.VisitorParts.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes segments anew so that there are few and each holds what is asked for together.
 *
 * <p>The idea. A transfer batch leaves one small segment of many sites and days. When some have
 * gathered in a shard, they become one segment a site and day; these are merged when several of
 * like size stand at the end, so that each row is written a few times only and a day is never in
 * more than a dozen segments. A day that is over and quiet is <i>sealed</i>: all there is of it
 * becomes one segment, or several that share no visitor. Sealed days of little traffic are put
 * together when their week and then their month is over.
 *
 * <p>Invariants. Of a visit or action that several segments tell, the highest version counts. A new
 * segment takes the highest version of those it replaces, and those are always neighbours: no
 * segment of the same day has a version between theirs. So nothing that anybody reads changes, and
 * a day's version stays.
 *
 * <p>Crashes and company are {@link SegmentExchange}'s. A day that has a damaged segment is not
 * sealed.
 */
public final class LogCompactor {
  private static final Logger LOG = LoggerFactory.getLogger(LogCompactor.class);

  /** So many segments of batches in a shard are worth the work. */
  private static final int BATCHES = 8;

  private static final int BATCH_ROWS = 100_000;
  private static final int MOST_BATCHES = 64;
  private static final int MOST_BATCH_ROWS = 400_000;

  /** So many neighbours of like size become one. */
  private static final int LIKE = 4;

  private static final int MOST_OPEN_ROWS = 250_000;

  private final Database database;
  private final LogStore store = new LogStore();
  private final SegmentExchange exchange;
  private final TinyDays tiny;

  /** Days that cannot be sealed, with the versions of which that is known. */
  private final Map<SiteDay, Long> indivisible = new HashMap<>();

  public LogCompactor(Database database, HeavyDays heavy) {
    this(database, heavy, LogWriter.MAX_SEGMENT_BYTES);
  }

  LogCompactor(Database database, HeavyDays heavy, int maxBytes) {
    this.database = database;
    this.exchange = new SegmentExchange(database, store, heavy, maxBytes);
    this.tiny = new TinyDays(database, store, exchange);
  }

  /** Says which days get no more hits, but for late ones. */
  @FunctionalInterface
  public interface Ended {
    /**
     * @param version of the day; where it is a transfer's, microseconds since 1970 when the day
     *     last changed, or later
     */
    boolean isOver(int site, LocalDate day, long version);
  }

  /**
   * What a run did.
   *
   * @param written segments stored
   * @param replaced segments deleted
   * @param sealed days sealed
   */
  public record Outcome(int written, int replaced, int sealed) {
    static final Outcome NOTHING = new Outcome(0, 0, 0);

    Outcome plus(Outcome other) {
      return new Outcome(written + other.written, replaced + other.replaced, sealed + other.sealed);
    }
  }

  /**
   * Does what is worth doing.
   *
   * @param cancelled looked at between transactions
   */
  public Outcome run(Ended ended, BooleanSupplier cancelled) {
    Set<SiteDay> erased = new HashSet<>(database.read(store::erasedDays));
    List<OpenDay> open = database.read(store::openDays);
    Set<Integer> forced = new TreeSet<>();
    for (OpenDay day : open) {
      if (erased.contains(day.of()) || isOver(day, ended)) {
        day.segments().stream()
            .filter(segment -> segment.level() == SegmentRef.BATCH)
            .forEach(segment -> forced.add(segment.name().shard()));
      }
    }
    Outcome done = Outcome.NOTHING;
    for (int shard : database.read(store::shards)) {
      done = done.plus(compactBatches(shard, forced.contains(shard), cancelled));
    }
    Set<SiteDay> damaged = new HashSet<>(database.read(store::damagedDays));
    Map<Integer, TreeSet<LocalDate>> sealed = new TreeMap<>();
    for (OpenDay day : database.read(store::openDays)) {
      if (cancelled.getAsBoolean()) {
        return done;
      }
      if (damaged.contains(day.of())) {
        continue; // what is restored one day must find its neighbours as they were
      }
      boolean ready =
          day.segments().stream().noneMatch(segment -> segment.level() == SegmentRef.BATCH)
              && !Long.valueOf(day.version()).equals(indivisible.get(day.of()));
      if (ready && (erased.contains(day.of()) || isOver(day, ended))) {
        Outcome outcome = seal(day, damaged);
        done = done.plus(outcome);
        if (outcome.sealed() > 0) {
          sealed.computeIfAbsent(day.of().site(), s -> new TreeSet<>()).add(day.of().day());
        }
      } else {
        done = done.plus(mergeOpen(day));
      }
    }
    for (SiteDay day : erased) {
      database.write(
          connection -> {
            store.forgetIdleTombstones(connection, day);
            return true;
          });
    }
    for (Map.Entry<Integer, TreeSet<LocalDate>> site : sealed.entrySet()) {
      done = done.plus(tiny.combine(site.getKey(), site.getValue(), ended, cancelled));
    }
    return done;
  }

  private static boolean isOver(OpenDay day, Ended ended) {
    return ended.isOver(day.of().site(), day.of().day(), day.version());
  }

  /** Turns a shard's segments of batches into segments of one site and day each. */
  private Outcome compactBatches(int shard, boolean forced, BooleanSupplier cancelled) {
    Outcome done = Outcome.NOTHING;
    while (!cancelled.getAsBoolean()) {
      List<SegmentRef> waiting = database.read(c -> store.levelZero(c, shard));
      int rows = waiting.stream().mapToInt(SegmentRef::rows).sum();
      if (waiting.isEmpty() || (!forced && waiting.size() < BATCHES && rows < BATCH_ROWS)) {
        break;
      }
      List<SegmentRef> some = new ArrayList<>();
      int taken = 0;
      for (SegmentRef one : waiting) {
        if (some.size() == MOST_BATCHES || (taken > 0 && taken + one.rows() > MOST_BATCH_ROWS)) {
          break;
        }
        some.add(one);
        taken += one.rows();
      }
      Outcome outcome = exchange.replace(shard, some, this::bySiteAndDay, connection -> true);
      done = done.plus(outcome);
      if (outcome.replaced() == 0) {
        break;
      }
    }
    return done;
  }

  private void bySiteAndDay(
      List<Segment> segments, Map<SiteDay, ErasedVisits> erased, NewSegments into) {
    Map<SiteDay, List<Segment>> byDay = new LinkedHashMap<>();
    for (Segment segment : segments) {
      for (SiteDay day : SegmentExchange.daysIn(List.of(segment))) {
        byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(segment);
      }
    }
    for (Map.Entry<SiteDay, List<Segment>> day : byDay.entrySet()) {
      into.addOpen(
          SegmentExchange.version(day.getValue()),
          new DayRows(day.getKey(), kept(day.getValue(), day.getKey(), erased)));
    }
  }

  private Rows kept(List<Segment> segments, SiteDay day, Map<SiteDay, ErasedVisits> erased) {
    ErasedVisits visits = erased.get(day);
    return new Rows(
        MergedRows.kept(Table.VISIT, segments, day.site(), day.epochDay(), visits),
        MergedRows.kept(Table.ACTION, segments, day.site(), day.epochDay(), visits));
  }

  /** Merges the latest segments of a day when several of like size have gathered. */
  private Outcome mergeOpen(OpenDay day) {
    List<SegmentRef> open =
        day.segments().stream().filter(segment -> segment.level() == SegmentRef.OPEN).toList();
    int from = open.size();
    long rows = 0;
    while (from > 0) {
      int older = open.get(from - 1).rows();
      if (rows > 0 && (older > 2 * rows || older + rows > MOST_OPEN_ROWS)) {
        break;
      }
      rows += older;
      from--;
    }
    List<SegmentRef> alike = open.subList(from, open.size());
    if (alike.size() < LIKE) {
      return Outcome.NOTHING;
    }
    return exchange.replace(
        alike.get(0).name().shard(), alike, this::bySiteAndDay, connection -> true);
  }

  /**
   * Makes all there is of a day one segment, or several that share no visitor. Where some of it is
   * in a segment with other days of the site, all there is of those goes with it: the new segment's
   * version is that of the latest, and no older rows of theirs may be left behind.
   */
  private Outcome seal(OpenDay day, Set<SiteDay> damaged) {
    SiteDay of = day.of();
    Unit unit = database.read(connection -> withNeighbours(connection, day));
    if (unit.days().stream().anyMatch(one -> damaged.contains(new SiteDay(of.site(), one)))) {
      return Outcome.NOTHING;
    }
    try {
      return seal(day, unit.segments());
    } catch (NewSegments.Indivisible e) {
      indivisible.put(of, day.version());
      LOG.warn("{}", e.getMessage());
      return Outcome.NOTHING;
    }
  }

  /** Segments that are to be written anew together, and the days in them. */
  private record Unit(List<SegmentRef> segments, Set<LocalDate> days) {}

  private Outcome seal(OpenDay day, List<SegmentRef> unit) {
    SiteDay of = day.of();
    Outcome outcome =
        exchange.replace(
            day.segments().get(0).name().shard(),
            unit,
            (segments, erased, into) -> {
              Set<LocalDate> days = SegmentExchange.datesIn(segments);
              List<DayRows> rows = new ArrayList<>();
              for (LocalDate one : days) {
                SiteDay siteDay = new SiteDay(of.site(), one);
                rows.add(
                    new DayRows(siteDay, VisitorParts.day(segments, siteDay, erased.get(siteDay))));
              }
              TinyDays.addSealed(rows, SegmentExchange.version(segments), into);
            },
            connection -> sealed(connection, day));
    return outcome.replaced() == 0
        ? outcome
        : new Outcome(outcome.written(), outcome.replaced(), 1);
  }

  private Unit withNeighbours(Connection connection, OpenDay day) throws SQLException {
    int site = day.of().site();
    Set<SegmentRef> all = new LinkedHashSet<>();
    Deque<SegmentRef> next = new ArrayDeque<>(day.segments());
    Set<LocalDate> seen = new HashSet<>(Set.of(day.of().day()));
    while (!next.isEmpty()) {
      SegmentRef segment = next.remove();
      if (all.add(segment) && segment.isSealed()) {
        for (LocalDate other : store.daysOf(connection, site, segment.name().id())) {
          if (seen.add(other)) {
            store.segments(connection, new SiteDay(site, other)).stream()
                .filter(one -> one.level() != SegmentRef.BATCH)
                .forEach(next::add);
          }
        }
      }
    }
    return new Unit(List.copyOf(all), seen);
  }

  private boolean sealed(Connection connection, OpenDay day) throws SQLException {
    store.forgetTombstones(connection, day.of());
    return store.setState(connection, day.of(), day.version(), LogDayState.SEALED);
  }
}
