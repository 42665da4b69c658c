package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.footfall.codec.TextHash;
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
 * <p>Crashes and company. New segments come and old ones go in one transaction, and exactly those
 * must go that were read: when another node was first, all is undone. Reading happens before, in a
 * snapshot. A segment that turns out to be damaged is marked and left where it is; a day that has
 * one is not sealed.
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

  /** A site's days of no more rows together are kept in one segment. */
  private static final int TINY_ROWS = 20_000;

  private final Database database;
  private final LogStore store = new LogStore();
  private final TextHash hash = TextHash.random();
  private final HeavyDays heavy;
  private final int maxBytes;

  /** Days that cannot be sealed, with the versions of which that is known. */
  private final Map<SiteDay, Long> indivisible = new HashMap<>();

  public LogCompactor(Database database, HeavyDays heavy) {
    this(database, heavy, LogWriter.MAX_SEGMENT_BYTES);
  }

  LogCompactor(Database database, HeavyDays heavy, int maxBytes) {
    this.database = database;
    this.heavy = heavy;
    this.maxBytes = maxBytes;
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
    Outcome plus(Outcome other) {
      return new Outcome(written + other.written, replaced + other.replaced, sealed + other.sealed);
    }
  }

  private static final Outcome NOTHING = new Outcome(0, 0, 0);

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
    Outcome done = NOTHING;
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
      done = done.plus(combineTiny(site.getKey(), site.getValue(), ended, cancelled));
    }
    return done;
  }

  private static boolean isOver(OpenDay day, Ended ended) {
    return ended.isOver(day.of().site(), day.of().day(), day.version());
  }

  /** Turns a shard's segments of batches into segments of one site and day each. */
  private Outcome compactBatches(int shard, boolean forced, BooleanSupplier cancelled) {
    Outcome done = NOTHING;
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
      Outcome outcome = replace(shard, some, this::bySiteAndDay, connection -> true);
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
      for (SiteDay day : daysIn(List.of(segment))) {
        byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(segment);
      }
    }
    for (Map.Entry<SiteDay, List<Segment>> day : byDay.entrySet()) {
      into.addOpen(
          version(day.getValue()),
          new DayRows(day.getKey(), kept(day.getValue(), day.getKey(), erased)));
    }
  }

  private static Set<SiteDay> daysIn(List<Segment> segments) {
    Set<SiteDay> days = new LinkedHashSet<>();
    for (Segment segment : segments) {
      for (SegmentDays.Entry entry : segment.days().entries()) {
        days.add(new SiteDay(entry.site(), LocalDate.ofEpochDay(entry.day())));
      }
    }
    return days;
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
      return NOTHING;
    }
    return replace(alike.get(0).name().shard(), alike, this::bySiteAndDay, connection -> true);
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
      return NOTHING;
    }
    try {
      return seal(day, unit.segments());
    } catch (NewSegments.Indivisible e) {
      indivisible.put(of, day.version());
      LOG.warn("{}", e.getMessage());
      return NOTHING;
    }
  }

  /** Segments that are to be written anew together, and the days in them. */
  private record Unit(List<SegmentRef> segments, Set<LocalDate> days) {}

  private Outcome seal(OpenDay day, List<SegmentRef> unit) {
    SiteDay of = day.of();
    Outcome outcome =
        replace(
            day.segments().get(0).name().shard(),
            unit,
            (segments, erased, into) -> {
              Set<LocalDate> days = daysOf(segments);
              List<DayRows> rows = new ArrayList<>();
              for (LocalDate one : days) {
                SiteDay siteDay = new SiteDay(of.site(), one);
                rows.add(
                    new DayRows(siteDay, VisitorParts.day(segments, siteDay, erased.get(siteDay))));
              }
              addSealed(rows, version(segments), into);
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

  private static SortedSet<LocalDate> daysOf(List<Segment> segments) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Segment segment : segments) {
      for (SegmentDays.Entry entry : segment.days().entries()) {
        days.add(LocalDate.ofEpochDay(entry.day()));
      }
    }
    return days;
  }

  private static void addSealed(List<DayRows> days, long version, NewSegments into) {
    int rows = days.stream().mapToInt(day -> day.rows().size()).sum();
    if (days.size() > 1 && rows <= TINY_ROWS) {
      into.addSealed(version, days);
    } else {
      days.forEach(day -> into.addSealed(version, day));
    }
  }

  /**
   * Puts a site's sealed days of little traffic together by week and month, once these are over.
   */
  private Outcome combineTiny(
      int site, Set<LocalDate> days, Ended ended, BooleanSupplier cancelled) {
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
    Outcome done = NOTHING;
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
      return NOTHING;
    }
    List<SegmentRef> all = new ArrayList<>(segments);
    return replace(
        all.get(0).name().shard(),
        all,
        (read, erased, into) -> {
          if (!days.keySet().containsAll(daysOf(read))) {
            throw new Overtaken();
          }
          List<DayRows> kept = new ArrayList<>();
          for (LocalDate day : daysOf(read)) {
            SiteDay of = new SiteDay(site, day);
            kept.add(new DayRows(of, VisitorParts.day(read, of, erased.get(of))));
          }
          addSealed(kept, version(read), into);
        },
        connection -> true);
  }

  private static long version(List<Segment> segments) {
    return segments.stream().mapToLong(segment -> segment.name().version()).max().orElse(0);
  }

  /** Makes new segments of old ones, which come with the highest version first. */
  private interface Rewriting {
    void rewrite(List<Segment> segments, Map<SiteDay, ErasedVisits> erased, NewSegments into);
  }

  /** What belongs to the same transaction; false undoes all. */
  private interface Also {
    boolean change(Connection connection) throws SQLException;
  }

  /** Exchanges segments for others that hold the same rows, or does nothing. */
  private Outcome replace(int shard, List<SegmentRef> refs, Rewriting rewriting, Also also) {
    long rows = refs.stream().mapToLong(SegmentRef::rows).sum();
    if (!HeavyDays.isHeavy(rows)) {
      return replace(shard, refs, rows, rewriting, also);
    }
    if (!heavy.enter()) {
      return NOTHING;
    }
    try {
      return replace(shard, refs, rows, rewriting, also);
    } finally {
      heavy.leave();
    }
  }

  private Outcome replace(
      int shard, List<SegmentRef> refs, long rows, Rewriting rewriting, Also also) {
    List<SegmentRef> ordered = new ArrayList<>(refs);
    ordered.sort(
        Comparator.comparingLong((SegmentRef ref) -> ref.name().version())
            .thenComparingLong(ref -> ref.name().id())
            .reversed());
    List<Segment> read = new ArrayList<>();
    Map<SiteDay, ErasedVisits> erased = new HashMap<>();
    NewSegments made = new NewSegments(shard, maxBytes);
    try {
      boolean complete =
          database.snapshot(
              connection -> {
                for (SegmentRef ref : ordered) {
                  List<byte[]> parts =
                      store.parts(connection, ref.name().id(), LogStore.ALL_GROUPS);
                  if (parts.isEmpty()) {
                    return false;
                  }
                  read.add(new Segment(ref.name(), parts, hash));
                }
                for (SiteDay day : daysIn(read)) {
                  erased.put(day, store.erased(connection, day));
                }
                return true;
              });
      if (!complete) {
        return NOTHING;
      }
      if (rows > NewSegments.MOST_ROWS) {
        read.forEach(Segment::keepNoTexts);
      }
      // Outside of the transaction: the server ends one that stands still for long.
      rewriting.rewrite(read, erased, made);
      return database.write(connection -> store(connection, read, made, also));
    } catch (Overtaken e) {
      return NOTHING;
    } catch (DamagedSegmentException e) {
      LOG.error("The {}. It is set aside; footfall doctor tells more.", e.getMessage());
      database.write(
          connection -> {
            store.markDamaged(connection, e.segment().id());
            return true;
          });
      return NOTHING;
    }
  }

  private Outcome store(Connection connection, List<Segment> old, NewSegments made, Also also)
      throws SQLException {
    for (Segment segment : old) {
      if (!store.delete(connection, segment.name().id(), segment.days().entries())) {
        throw new Overtaken();
      }
    }
    for (NewSegments.One one : made.list()) {
      long id =
          store.add(connection, made.shard(), one.level(), one.version(), one.rows(), one.parts());
      store.addDays(connection, id, one.days().entries());
    }
    if (!also.change(connection)) {
      throw new Overtaken();
    }
    return new Outcome(made.list().size(), old.size(), 0);
  }

  /** Somebody else was at the segments meanwhile. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
