package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.footfall.metrics.Metrics;
import org.footfall.store.Database;
import org.footfall.store.SqlFunction;
import org.footfall.visitlog.Column.Table;

/** Reads the log. One for the process, as it keeps decoded columns; safe for many threads. */
public final class LogReader {
  private final Database database;
  private final LogStore store = new LogStore();
  private final SegmentCache cache;

  /**
   * @param cacheBytes how much memory decoded columns may take, {@link LogSettings#CACHE}
   */
  public LogReader(Database database, long cacheBytes) {
    this.database = database;
    this.cache = new SegmentCache(store, cacheBytes);
  }

  /**
   * Does some reading in which all that is seen is of one moment, whatever is written meanwhile.
   *
   * @throws org.footfall.store.DatabaseException when the database fails
   */
  public <T> T snapshot(Function<LogSnapshot, T> work) {
    return database.snapshot(
        connection -> {
          try {
            return work.apply(new Snapshot(connection));
          } catch (Tunnel e) {
            throw e.failure;
          }
        });
  }

  /** Shows the figures of this reader. */
  public void show(Metrics metrics) {
    metrics.observed(
        "footfall_log_segments",
        "Segments of the visit log that were set aside because they are damaged",
        "state",
        () -> Map.of("damaged", cache.damaged()));
    metrics.observed(
        "footfall_log_cache_bytes",
        "Memory that segments and their decoded columns take",
        "of",
        () -> Map.of("segments", cache.weight()));
  }

  /** How many damaged segments have been set aside since the start. */
  public int damagedSegments() {
    return cache.damaged();
  }

  /** Carries a failure of the database through the caller's code to {@link Database}. */
  private static final class Tunnel extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SQLException failure;

    Tunnel(SQLException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  private final class Snapshot implements LogSnapshot {
    private final Connection connection;

    Snapshot(Connection connection) {
      this.connection = connection;
    }

    @Override
    public SortedMap<LocalDate, Long> days(int site, LocalDate from, LocalDate to) {
      return read(c -> store.days(c, site, from, to));
    }

    @Override
    public LogTable visits(int site, LocalDate day, Collection<Column> columns) {
      return read(c -> table(c, Table.VISIT, site, day, columns));
    }

    @Override
    public LogTable actions(int site, LocalDate day, Collection<Column> columns) {
      return read(c -> table(c, Table.ACTION, site, day, columns));
    }

    private <T> T read(SqlFunction<Connection, T> work) {
      try {
        return work.apply(connection);
      } catch (SQLException e) {
        throw new Tunnel(e);
      }
    }
  }

  /** Each round without success sets one more segment aside, so this ends. */
  private LogTable table(
      Connection connection, Table table, int site, LocalDate day, Collection<Column> columns)
      throws SQLException {
    List<SegmentName> found = store.segments(connection, site, day);
    int epochDay = Math.toIntExact(day.toEpochDay());
    while (true) {
      List<Segment> segments = cache.load(connection, found, columns);
      try {
        LogTable read = DayTable.of(table, segments, site, epochDay, columns);
        cache.weigh(segments);
        return read;
      } catch (DamagedSegmentException e) {
        cache.setAside(e);
      }
    }
  }
}
