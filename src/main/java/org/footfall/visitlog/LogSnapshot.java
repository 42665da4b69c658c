package org.footfall.visitlog;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footfall.store.SqlFunction;

/** The log as it was at one moment. Good only inside {@link LogReader#snapshot}. */
public interface LogSnapshot {
  /**
   * Days of a site that hold rows, both ends included, with their versions. A day's version grows
   * whenever anything in it changes, so it may stand for the day's content in caches.
   */
  SortedMap<LocalDate, Long> days(int site, LocalDate from, LocalDate to);

  /** The visits of a day by visit id, each as its latest row says; empty for an unknown site. */
  LogTable visits(int site, LocalDate day, Collection<Column> columns);

  /** The actions of a day grouped by visit id, within a visit by position. */
  LogTable actions(int site, LocalDate day, Collection<Column> columns);

  /**
   * As {@link #visits(int, LocalDate, Collection)}, but only those that are asked for, as far as
   * they are there: the rest of a large day costs next to nothing.
   *
   * @param ids rising visit ids
   */
  LogTable visits(int site, LocalDate day, long[] ids, Collection<Column> columns);

  /**
   * As {@link #actions(int, LocalDate, Collection)}, but only those of some visits.
   *
   * @param ids rising visit ids
   */
  LogTable actions(int site, LocalDate day, long[] ids, Collection<Column> columns);

  /** The day in parts small enough to be looked at as a whole, one after the other. */
  default List<LogPart> parts(int site, LocalDate day) {
    return List.of(
        new LogPart() {
          @Override
          public LogTable visits(Collection<Column> columns) {
            return LogSnapshot.this.visits(site, day, columns);
          }

          @Override
          public LogTable actions(Collection<Column> columns) {
            return LogSnapshot.this.actions(site, day, columns);
          }
        });
  }

  /** How many rows of visits and actions each day of a stretch has, both ends included, roughly. */
  default SortedMap<LocalDate, Long> rowsByDay(int site, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, Long> rows = new TreeMap<>();
    for (LocalDate day : days(site, from, to).keySet()) {
      long visits = visits(site, day, List.of()).rows();
      rows.put(day, visits + actions(site, day, List.of()).rows());
    }
    return rows;
  }

  /** As {@link #rowsByDay}, of all days together. */
  default long rows(int site, LocalDate from, LocalDate to) {
    return rowsByDay(site, from, to).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether rows of a stretch of days are missing because a segment is damaged. */
  default boolean isDamaged(int site, LocalDate from, LocalDate to) {
    return false;
  }

  /**
   * Reads something else as it was at the same moment.
   *
   * @param otherwise what to give where the log is not in a database
   */
  default <T> T inSame(SqlFunction<Connection, T> reading, T otherwise) {
    return otherwise;
  }
}
