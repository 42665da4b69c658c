package org.footfall.visitlog;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** Which days of the log are sealed, and whether anything has been made of them since. */
public final class SealedDays {
  private final Database database;
  private final Sql sql = Sql.of(SealedDays.class);
  private final LogStore store = new LogStore();

  public SealedDays(Database database) {
    this.database = database;
  }

  /** Sealed days that are not archived, with their versions, by site. */
  public SortedMap<Integer, NavigableMap<LocalDate, Long>> waiting() {
    SortedMap<Integer, NavigableMap<LocalDate, Long>> waiting = new TreeMap<>();
    return database.read(
        connection -> {
          Query.of(connection, sql.get("inState"))
              .bind(LogDayState.SEALED)
              .each(
                  row ->
                      waiting
                          .computeIfAbsent(row.integer("site"), site -> new TreeMap<>())
                          .put(row.date("day"), row.number("version")));
          return waiting;
        });
  }

  /** Open days with their versions, by site. */
  public SortedMap<Integer, NavigableMap<LocalDate, Long>> open() {
    SortedMap<Integer, NavigableMap<LocalDate, Long>> open = new TreeMap<>();
    return database.read(
        connection -> {
          Query.of(connection, sql.get("inState"))
              .bind(LogDayState.OPEN)
              .each(
                  row ->
                      open.computeIfAbsent(row.integer("site"), site -> new TreeMap<>())
                          .put(row.date("day"), row.number("version")));
          return open;
        });
  }

  /** The last sealed day of a stretch, both ends included. */
  public Optional<LocalDate> last(int site, LocalDate from, LocalDate to) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("last"))
                .bind(site, from, to)
                .first(row -> row.date("day")));
  }

  /** Sealed days of a stretch, archived or not, with their versions; both ends included. */
  public NavigableMap<LocalDate, Long> of(int site, LocalDate from, LocalDate to) {
    NavigableMap<LocalDate, Long> days = new TreeMap<>();
    return database.read(
        connection -> {
          Query.of(connection, sql.get("of"))
              .bind(site, from, to)
              .each(row -> days.put(row.date("day"), row.number("version")));
          return days;
        });
  }

  /**
   * Notes that everything has been made of some days, but for those that have changed meanwhile.
   *
   * @param days with the versions of which it has been made
   * @return how many had not changed
   */
  public int archived(int site, Map<LocalDate, Long> days) {
    return database.write(
        connection -> {
          int done = 0;
          for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            LogStore.SiteDay of = new LogStore.SiteDay(site, day.getKey());
            done += store.setState(connection, of, day.getValue(), LogDayState.ARCHIVED) ? 1 : 0;
          }
          return done;
        });
  }
}
