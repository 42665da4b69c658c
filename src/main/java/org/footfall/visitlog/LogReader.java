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
  private final HeavyDays heavy;

  /**
   * @param cacheBytes how much memory decoded columns may take, {@link LogSettings#CACHE}
   */
  public LogReader(Database database, long cacheBytes) {
    this(database, cacheBytes, new HeavyDays());
  }

  /**
   * As {@link #LogReader(Database, long)}.
   *
   * @param heavy shared by all who read or write many rows in this process
   */
  public LogReader(Database database, long cacheBytes, HeavyDays heavy) {
    this.database = database;
    this.heavy = heavy;
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
          } finally {
            heavy.leave();
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
      return read(c -> day(c, site, day).table(Table.VISIT, columns));
    }

    @Override
    public LogTable actions(int site, LocalDate day, Collection<Column> columns) {
      return read(c -> day(c, site, day).table(Table.ACTION, columns));
    }

    @Override
    public LogTable visits(int site, LocalDate day, long[] ids, Collection<Column> columns) {
      return read(c -> day(c, site, day).table(Table.VISIT, ids, columns));
    }

    @Override
    public LogTable actions(int site, LocalDate day, long[] ids, Collection<Column> columns) {
      return read(c -> day(c, site, day).table(Table.ACTION, ids, columns));
    }

    @Override
    public List<LogPart> parts(int site, LocalDate day) {
      return read(
          c -> day(c, site, day).parts().stream().map(part -> (LogPart) new Part(part)).toList());
    }

    @Override
    public SortedMap<LocalDate, Long> rowsByDay(int site, LocalDate from, LocalDate to) {
      return read(c -> store.rowsByDay(c, site, from, to));
    }

    @Override
    public <T> T inSame(SqlFunction<Connection, T> reading, T otherwise) {
      return read(reading);
    }

    @Override
    public boolean isDamaged(int site, LocalDate from, LocalDate to) {
      return read(c -> store.isDamaged(c, site, from, to, cache::isSetAside));
    }

    private DayRead day(Connection on, int site, LocalDate day) throws SQLException {
      return new DayRead(on, store, cache, heavy, new LogStore.SiteDay(site, day));
    }

    private final class Part implements LogPart {
      private final DayRead.Part part;

      Part(DayRead.Part part) {
        this.part = part;
      }

      @Override
      public LogTable visits(Collection<Column> columns) {
        return read(c -> part.table(Table.VISIT, columns));
      }

      @Override
      public LogTable actions(Collection<Column> columns) {
        return read(c -> part.table(Table.ACTION, columns));
      }
    }

    private <T> T read(SqlFunction<Connection, T> work) {
      try {
        return work.apply(connection);
      } catch (SQLException e) {
        throw new Tunnel(e);
      }
    }
  }
}
