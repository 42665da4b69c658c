package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.footfall.codec.TextHash;
import org.footfall.store.Database;
import org.footfall.visitlog.LogCompactor.Outcome;
import org.footfall.visitlog.LogStore.SiteDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchanges segments for others that hold the same rows, all or nothing.
 *
 * <p>Old segments are read in one snapshot and written anew outside of any transaction. Then the
 * new ones come and the old ones go in one transaction, and exactly those must go that were read:
 * when somebody else was first, all is undone. A segment that turns out to be damaged is marked and
 * left where it is.
 */
final class SegmentExchange {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentExchange.class);

  private final Database database;
  private final LogStore store;
  private final TextHash hash = TextHash.random();
  private final HeavyDays heavy;
  private final int maxBytes;

  SegmentExchange(Database database, LogStore store, HeavyDays heavy, int maxBytes) {
    this.database = database;
    this.store = store;
    this.heavy = heavy;
    this.maxBytes = maxBytes;
  }

  /** Makes new segments of old ones, which come with the highest version first. */
  @FunctionalInterface
  interface Rewriting {
    void rewrite(List<Segment> segments, Map<SiteDay, ErasedVisits> erased, NewSegments into);
  }

  /** What belongs to the same transaction; false undoes all. */
  @FunctionalInterface
  interface Also {
    boolean change(Connection connection) throws SQLException;
  }

  /** Does it, or nothing. */
  Outcome replace(int shard, List<SegmentRef> refs, Rewriting rewriting, Also also) {
    long rows = refs.stream().mapToLong(SegmentRef::rows).sum();
    if (!HeavyDays.isHeavy(rows)) {
      return replace(shard, refs, rows, rewriting, also);
    }
    if (!heavy.enter()) {
      return Outcome.NOTHING;
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
        return Outcome.NOTHING;
      }
      if (rows > NewSegments.MOST_ROWS) {
        read.forEach(Segment::keepNoTexts);
      }
      // Outside of the transaction: the server ends one that stands still for long.
      rewriting.rewrite(read, erased, made);
      return database.write(connection -> store(connection, read, made, also));
    } catch (Overtaken e) {
      return Outcome.NOTHING;
    } catch (DamagedSegmentException e) {
      LOG.error("The {}. It is set aside; footfall doctor tells more.", e.getMessage());
      database.write(
          connection -> {
            store.markDamaged(connection, e.segment().id());
            return true;
          });
      return Outcome.NOTHING;
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

  /** The sites and days in them, in the order of the segments. */
  static Set<SiteDay> daysIn(List<Segment> segments) {
    Set<SiteDay> days = new LinkedHashSet<>();
    for (Segment segment : segments) {
      for (SegmentDays.Entry entry : segment.days().entries()) {
        days.add(new SiteDay(entry.site(), LocalDate.ofEpochDay(entry.day())));
      }
    }
    return days;
  }

  /** The days in segments of one site. */
  static SortedSet<LocalDate> datesIn(List<Segment> segments) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Segment segment : segments) {
      for (SegmentDays.Entry entry : segment.days().entries()) {
        days.add(LocalDate.ofEpochDay(entry.day()));
      }
    }
    return days;
  }

  /** The highest of their versions, which is that of what replaces them. */
  static long version(List<Segment> segments) {
    return segments.stream().mapToLong(segment -> segment.name().version()).max().orElse(0);
  }

  /** Somebody else was at the segments meanwhile. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
