package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;
import org.footfall.visitlog.SegmentDays.Entry;

/** The statements on the log's tables. */
final class LogStore {
  /** Bits of all groups of columns. */
  static final int ALL_GROUPS = 0xff;

  private final Sql sql = Sql.of(LogStore.class);

  /** A site's day. */
  record SiteDay(int site, LocalDate day) {
    int epochDay() {
      return Math.toIntExact(day.toEpochDay());
    }
  }

  /** A day that is not sealed: its version, and its segments, the lowest version first. */
  record OpenDay(SiteDay of, long version, List<SegmentRef> segments) {}

  /** Stores a segment; its id. */
  long add(
      Connection connection,
      int shard,
      int level,
      long version,
      int rows,
      List<SegmentEncoder.Part> parts)
      throws SQLException {
    long bytes = parts.stream().mapToLong(part -> part.bytes().length).sum();
    long id =
        Query.of(connection, sql.get("addSegment"))
            .bind(shard, level, version, SegmentFormat.FORMAT, rows, bytes)
            .insert();
    for (SegmentEncoder.Part part : parts) {
      Query.of(connection, sql.get("addGroup")).bind(id, part.groups(), part.bytes()).update();
    }
    return id;
  }

  void addDays(Connection connection, long segment, List<Entry> entries) throws SQLException {
    Query.of(connection, sql.get("addDay"))
        .updateAll(
            entries,
            entry ->
                List.of(
                    entry.site(),
                    LocalDate.ofEpochDay(entry.day()),
                    segment,
                    entry.visits(),
                    entry.actions()));
  }

  /** Says that days have changed: they are open, and have this version. */
  void raiseDays(Connection connection, long version, List<Entry> entries) throws SQLException {
    Query.of(connection, sql.get("raiseDay"))
        .updateAll(
            entries, entry -> List.of(entry.site(), LocalDate.ofEpochDay(entry.day()), version));
  }

  SortedMap<LocalDate, Long> days(Connection connection, int site, LocalDate from, LocalDate to)
      throws SQLException {
    SortedMap<LocalDate, Long> versions = new TreeMap<>();
    Query.of(connection, sql.get("days"))
        .bind(site, from, to)
        .each(row -> versions.put(row.date("day"), row.number("version")));
    return versions;
  }

  /** The segments with rows of a site and day, the highest version first. */
  List<SegmentRef> segments(Connection connection, SiteDay day) throws SQLException {
    return Query.of(connection, sql.get("segments"))
        .bind(day.site(), day.day())
        .list(LogStore::ref);
  }

  /** How many rows the segments have of each day of a stretch. */
  SortedMap<LocalDate, Long> rowsByDay(
      Connection connection, int site, LocalDate from, LocalDate to) throws SQLException {
    SortedMap<LocalDate, Long> rows = new TreeMap<>();
    Query.of(connection, sql.get("rowsByDay"))
        .bind(site, from, to)
        .each(row -> rows.put(row.date("day"), row.number("rows_there")));
    return rows;
  }

  /** The days of a site that a segment holds rows of. */
  List<LocalDate> daysOf(Connection connection, int site, long segment) throws SQLException {
    return Query.of(connection, sql.get("daysOf")).bind(site, segment).list(row -> row.date("day"));
  }

  ErasedVisits erased(Connection connection, SiteDay day) throws SQLException {
    List<Long> visits =
        Query.of(connection, sql.get("erased"))
            .bind(day.site(), day.day())
            .list(row -> row.number("visit_id"));
    return visits.isEmpty()
        ? ErasedVisits.NONE
        : new ErasedVisits(visits.stream().mapToLong(Long::longValue).toArray());
  }

  /** Days that somebody erased something of. */
  List<SiteDay> erasedDays(Connection connection) throws SQLException {
    return Query.of(connection, sql.get("erasedDays")).list(LogStore::siteDay);
  }

  /** Days with segments that are set aside. */
  List<SiteDay> damagedDays(Connection connection) throws SQLException {
    return Query.of(connection, sql.get("damagedDays")).list(LogStore::siteDay);
  }

  /** Shards that have segments of batches. */
  List<Integer> shards(Connection connection) throws SQLException {
    return Query.of(connection, sql.get("shards")).list(row -> row.integer("shard"));
  }

  /** A shard's segments of batches, the lowest version first. */
  List<SegmentRef> levelZero(Connection connection, int shard) throws SQLException {
    return Query.of(connection, sql.get("levelZero")).bind(shard).list(LogStore::ref);
  }

  /** All days that are not sealed. */
  List<OpenDay> openDays(Connection connection) throws SQLException {
    Map<SiteDay, OpenDay> days = new LinkedHashMap<>();
    Query.of(connection, sql.get("openDays"))
        .each(
            row -> {
              long version = row.number("day_version");
              return days.computeIfAbsent(
                      siteDay(row), of -> new OpenDay(of, version, new ArrayList<>()))
                  .segments()
                  .add(ref(row));
            });
    return List.copyOf(days.values());
  }

  /** The segments of a site's sealed days. */
  SortedMap<LocalDate, List<SegmentRef>> sealedDays(
      Connection connection, int site, LocalDate from, LocalDate to) throws SQLException {
    SortedMap<LocalDate, List<SegmentRef>> days = new TreeMap<>();
    Query.of(connection, sql.get("sealedDays"))
        .bind(site, from, to)
        .each(row -> days.computeIfAbsent(row.date("day"), day -> new ArrayList<>()).add(ref(row)));
    return days;
  }

  /** The parts of a segment that hold some of the groups. */
  List<byte[]> parts(Connection connection, long segment, int groups) throws SQLException {
    return Query.of(connection, sql.get("part"))
        .bind(segment, groups)
        .list(row -> row.bytes("data"));
  }

  /** Deletes a segment; false when somebody else did. */
  boolean delete(Connection connection, long segment, List<Entry> entries) throws SQLException {
    if (Query.of(connection, sql.get("deleteSegment")).bind(segment).update() != 1) {
      return false;
    }
    Query.of(connection, sql.get("deleteGroups")).bind(segment).update();
    Query.of(connection, sql.get("deleteDay"))
        .updateAll(
            entries, entry -> List.of(entry.site(), LocalDate.ofEpochDay(entry.day()), segment));
    return true;
  }

  /** Moves a day to a state; false when it has changed meanwhile. */
  boolean setState(Connection connection, SiteDay day, long version, int state)
      throws SQLException {
    return Query.of(connection, sql.get("setState"))
            .bind(state, day.site(), day.day(), version)
            .update()
        == 1;
  }

  void markDamaged(Connection connection, long segment) throws SQLException {
    Query.of(connection, sql.get("markDamaged")).bind(segment).update();
  }

  void addTombstones(Connection connection, SiteDay day, List<Long> visits) throws SQLException {
    Query.of(connection, sql.get("addTombstone"))
        .updateAll(visits, visit -> List.of(day.site(), day.day(), visit));
  }

  void forgetTombstones(Connection connection, SiteDay day) throws SQLException {
    Query.of(connection, sql.get("forgetTombstones")).bind(day.site(), day.day()).update();
  }

  /** Forgets what was erased of a day of which nothing is left. */
  void forgetIdleTombstones(Connection connection, SiteDay day) throws SQLException {
    Query.of(connection, sql.get("forgetIdleTombstones")).bind(day.site(), day.day()).update();
  }

  /** Whether some segment of a stretch of days is set aside, here or in this process. */
  boolean isDamaged(
      Connection connection, int site, LocalDate from, LocalDate to, LongPredicate setAside)
      throws SQLException {
    boolean[] found = {false};
    Query.of(connection, sql.get("segmentsOfDays"))
        .bind(site, from, to)
        .each(
            row -> {
              found[0] |= row.flag("damaged") || setAside.test(row.number("id"));
              return found;
            });
    return found[0];
  }

  private static SiteDay siteDay(Row row) throws SQLException {
    return new SiteDay(row.integer("site"), row.date("day"));
  }

  private static SegmentRef ref(Row row) throws SQLException {
    return new SegmentRef(
        new SegmentName(row.number("id"), row.integer("shard"), row.number("version")),
        row.integer("level"),
        row.integer("row_count"));
  }
}
