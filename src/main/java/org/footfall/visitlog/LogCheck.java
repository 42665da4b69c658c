package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.footfall.store.Database;
import org.footfall.visitlog.LogCheckStore.Counts;
import org.footfall.visitlog.LogCheckStore.SiteDay;
import org.footfall.visitlog.LogCheckStore.StaleDay;
import org.footfall.visitlog.LogCheckStore.Stored;

/**
 * Looks at the whole log, whether a server writes to it meanwhile or not: every segment is read and
 * decoded column by column and compared with the index; then the index is compared with what there
 * is; then every action's visit is looked for.
 *
 * <p>Holds one segment, or the part of a day, at a time. Works in many short snapshots, each of
 * which is consistent by itself, so that a check of hours does not keep the database from clearing
 * up; what a server adds meanwhile is looked at as well, what it merges away need not be.
 */
public final class LogCheck {
  private static final long CACHE_BYTES = 32 << 20;
  private static final SiteDay BEFORE_ALL = new SiteDay(Integer.MIN_VALUE, LocalDate.EPOCH);

  /** Hears how the check goes on. */
  public interface Watcher {
    void segments(long done, long all);

    void days(long done);

    void found(LogDamage damage);
  }

  private final Database database;
  private final Watcher watcher;
  private final LogCheckStore store = new LogCheckStore();
  private final Map<Integer, LogLevel> levels = new TreeMap<>();
  private final Set<SiteDay> incomplete = new HashSet<>();
  private long done;

  public LogCheck(Database database, Watcher watcher) {
    this.database = database;
    this.watcher = watcher;
  }

  /**
   * Checks everything, once.
   *
   * @return what there is, by level
   * @throws org.footfall.store.DatabaseException when the database fails
   */
  public List<LogLevel> run() {
    long all = database.read(store::count);
    long last = 0;
    while (last >= 0) {
      long after = last;
      last = database.snapshot(connection -> segments(connection, after, all));
    }
    database.snapshot(this::strays);
    days();
    return List.copyOf(levels.values());
  }

  /** Checks the next segments; the id of the last one, or −1 when there was none. */
  private long segments(Connection connection, long after, long all) throws SQLException {
    List<Stored> segments = store.segments(connection, after);
    if (segments.isEmpty()) {
      return -1;
    }
    long last = segments.get(segments.size() - 1).name().id();
    Map<Long, Map<SiteDay, Counts>> index = store.entries(connection, after + 1, last);
    for (Stored segment : segments) {
      long id = segment.name().id();
      Map<SiteDay, Counts> told = index.getOrDefault(id, Map.of());
      List<LogDamage> damage = SegmentCheck.of(segment, store.parts(connection, id), told);
      if (!damage.isEmpty()) {
        incomplete.addAll(told.keySet());
        damage.forEach(watcher::found);
      }
      levels.merge(
          segment.level(),
          new LogLevel(segment.level(), 1, segment.rows(), segment.bytes()),
          (known, one) -> known.plus(one.rows(), one.bytes()));
      watcher.segments(++done, Math.max(done, all));
    }
    return last;
  }

  private boolean strays(Connection connection) throws SQLException {
    for (long id : store.strayParts(connection)) {
      String fix = "Nothing reads them. DELETE FROM log_segment_group WHERE segment_id = %d;";
      found("log segment " + id + " is not there, but parts of it are", fix.formatted(id));
    }
    for (long id : store.strayEntries(connection)) {
      String fix =
          "Bring back its lines of log_segment and log_segment_group from a backup, or have it"
              + " forgotten: DELETE FROM log_segment_day WHERE segment_id = %d;";
      found("log segment " + id + " is in the index, but is not there", fix.formatted(id));
    }
    for (StaleDay stale : store.staleDays(connection)) {
      String fix =
          "REPLACE INTO log_day (site, day, version) VALUES (%d, '%s', %d);"
              .formatted(stale.of().site(), stale.of().day(), stale.version());
      found(
          stale.of()
              + (stale.missing()
                  ? " has segments, but is not in log_day"
                  : " has segments that are newer than log_day says")
              + "; reports of it are empty or old",
          fix);
    }
    return true;
  }

  /** A day that lacks a damaged segment is left out: it is told of already. */
  private void days() {
    LogReader reader = new LogReader(database, CACHE_BYTES);
    SiteDay last = BEFORE_ALL;
    long count = 0;
    while (true) {
      SiteDay after = last;
      List<SiteDay> days = database.read(connection -> store.days(connection, after));
      if (days.isEmpty()) {
        return;
      }
      for (SiteDay day : days) {
        if (!incomplete.contains(day)) {
          long orphans = reader.snapshot(snapshot -> orphans(snapshot, day));
          if (orphans > 0) {
            found(
                day + " has " + orphans + " actions of visits that are not there",
                "They count as page views but not as visits. Compare the segments of the day with"
                    + " a backup: SELECT segment_id FROM log_segment_day WHERE site = "
                    + day.site()
                    + " AND day = '"
                    + day.day()
                    + "';");
          }
        }
        watcher.days(++count);
      }
      last = days.get(days.size() - 1);
    }
  }

  private static long orphans(LogSnapshot snapshot, SiteDay day) {
    long orphans = 0;
    for (LogPart part : snapshot.parts(day.site(), day.day())) {
      long[] visits = ids(part.visits(List.of(Columns.VISIT_ID)), Columns.VISIT_ID);
      for (long visit :
          ids(part.actions(List.of(Columns.ACTION_VISIT_ID)), Columns.ACTION_VISIT_ID)) {
        orphans += Arrays.binarySearch(visits, visit) < 0 ? 1 : 0;
      }
    }
    return orphans;
  }

  private static long[] ids(LogTable table, Column column) {
    long[] ids = new long[table.rows()];
    for (int row = 0; row < ids.length; row++) {
      ids[row] = table.number(column).get(row);
    }
    Arrays.sort(ids);
    return ids;
  }

  private void found(String what, String fix) {
    watcher.found(new LogDamage(what, fix));
  }
}
