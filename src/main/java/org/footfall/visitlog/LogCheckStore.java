package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** What a check of the log asks the database. */
final class LogCheckStore {
  /** A line of {@code log_segment}. */
  record Stored(SegmentName name, int level, long rows, long bytes) {}

  /** A line of {@code log_segment_group}. */
  record StoredPart(int groups, byte[] data) {}

  /** A site and day. */
  record SiteDay(int site, LocalDate day) {
    @Override
    public String toString() {
      return "site " + site + ", " + day;
    }
  }

  /** What the index says a segment has of a site and day. */
  record Counts(long visits, long actions) {}

  /**
   * A day that {@code log_day} does not know as it is.
   *
   * @param version the highest of its segments
   * @param missing whether it is not there at all
   */
  record StaleDay(SiteDay of, long version, boolean missing) {}

  private final String count;
  private final String segments;
  private final String parts;
  private final String entries;
  private final String strayParts;
  private final String strayEntries;
  private final String staleDays;
  private final String days;

  LogCheckStore() {
    Sql sql = Sql.of(LogCheckStore.class);
    count = sql.get("count");
    segments = sql.get("segments");
    parts = sql.get("parts");
    entries = sql.get("entries");
    strayParts = sql.get("strayParts");
    strayEntries = sql.get("strayEntries");
    staleDays = sql.get("staleDays");
    days = sql.get("days");
  }

  long count(Connection connection) throws SQLException {
    return Query.of(connection, count).first(row -> row.number("segments")).orElse(0L);
  }

  /** The next segments behind an id; none at the end. */
  List<Stored> segments(Connection connection, long after) throws SQLException {
    return Query.of(connection, segments)
        .bind(after)
        .list(
            row ->
                new Stored(
                    new SegmentName(row.number("id"), row.integer("shard"), row.number("version")),
                    row.integer("level"),
                    row.number("row_count"),
                    row.number("byte_count")));
  }

  List<StoredPart> parts(Connection connection, long segment) throws SQLException {
    return Query.of(connection, parts)
        .bind(segment)
        .list(row -> new StoredPart(row.integer("column_groups"), row.bytes("data")));
  }

  /** The index of some segments. */
  Map<Long, Map<SiteDay, Counts>> entries(Connection connection, long first, long last)
      throws SQLException {
    Map<Long, Map<SiteDay, Counts>> found = new HashMap<>();
    Query.of(connection, entries)
        .bind(first, last)
        .each(
            row ->
                found
                    .computeIfAbsent(row.number("segment_id"), id -> new HashMap<>())
                    .put(
                        new SiteDay(row.integer("site"), row.date("day")),
                        new Counts(row.number("visits"), row.number("actions"))));
    return found;
  }

  /** Segments that have parts but do not exist. */
  List<Long> strayParts(Connection connection) throws SQLException {
    return Query.of(connection, strayParts).list(row -> row.number("id"));
  }

  /** Segments that are in the index but do not exist. */
  List<Long> strayEntries(Connection connection) throws SQLException {
    return Query.of(connection, strayEntries).list(row -> row.number("id"));
  }

  List<StaleDay> staleDays(Connection connection) throws SQLException {
    return Query.of(connection, staleDays)
        .list(
            row ->
                new StaleDay(
                    new SiteDay(row.integer("site"), row.date("day")),
                    row.number("version"),
                    row.text("told") == null));
  }

  /** The next days behind one, by site; none at the end. */
  List<SiteDay> days(Connection connection, SiteDay after) throws SQLException {
    return Query.of(connection, days)
        .bind(after.site(), after.site(), after.day())
        .list(row -> new SiteDay(row.integer("site"), row.date("day")));
  }
}
