package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footfall.store.Query;
import org.footfall.store.Sql;
import org.footfall.visitlog.SegmentDays.Entry;

/** The statements on the log's tables. */
final class LogStore {
  private static final int LEVEL = 0;

  private final String addSegment;
  private final String addGroup;
  private final String addDay;
  private final String raiseDay;
  private final String days;
  private final String segments;
  private final String part;

  LogStore() {
    Sql sql = Sql.of(LogStore.class);
    addSegment = sql.get("addSegment");
    addGroup = sql.get("addGroup");
    addDay = sql.get("addDay");
    raiseDay = sql.get("raiseDay");
    days = sql.get("days");
    segments = sql.get("segments");
    part = sql.get("part");
  }

  /** Stores a segment that holds all groups in one part; its id. */
  long add(Connection connection, int shard, long version, int groups, int rows, byte[] data)
      throws SQLException {
    long id =
        Query.of(connection, addSegment)
            .bind(shard, LEVEL, version, SegmentFormat.FORMAT, rows, data.length)
            .insert();
    Query.of(connection, addGroup).bind(id, groups, data).update();
    return id;
  }

  void addDays(Connection connection, long segment, List<Entry> entries) throws SQLException {
    Query.of(connection, addDay)
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

  void raiseDays(Connection connection, long version, List<Entry> entries) throws SQLException {
    Query.of(connection, raiseDay)
        .updateAll(
            entries, entry -> List.of(entry.site(), LocalDate.ofEpochDay(entry.day()), version));
  }

  SortedMap<LocalDate, Long> days(Connection connection, int site, LocalDate from, LocalDate to)
      throws SQLException {
    SortedMap<LocalDate, Long> versions = new TreeMap<>();
    Query.of(connection, days)
        .bind(site, from, to)
        .each(row -> versions.put(row.date("day"), row.number("version")));
    return versions;
  }

  /** The segments with rows of a site and day, the highest version first. */
  List<SegmentName> segments(Connection connection, int site, LocalDate day) throws SQLException {
    return Query.of(connection, segments)
        .bind(site, day)
        .list(
            row -> new SegmentName(row.number("id"), row.integer("shard"), row.number("version")));
  }

  /** The parts of a segment that hold some of the groups. */
  List<byte[]> parts(Connection connection, long segment, int groups) throws SQLException {
    return Query.of(connection, part).bind(segment, groups).list(row -> row.bytes("data"));
  }
}
