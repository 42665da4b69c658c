package org.footfall.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded pool of connections to MariaDB, and the three shapes of work on them. Opening it does
 * not connect, so that a process can start while the database is away; {@link #verify} does.
 *
 * <p>Every {@link SQLException} comes out as {@link DatabaseException}. A failure that came with
 * the commit says so by {@link DatabaseException#isCommitUnknown}: then nobody can tell whether the
 * transaction was stored, and the caller has to look.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration LIFETIME = Duration.ofMinutes(25);

  private final DatabaseConfig config;
  private final Failures failures;
  private final HikariDataSource pool;

  public Database(DatabaseConfig config) {
    this.config = config;
    this.failures = new Failures(config);
    HikariConfig hikari = new HikariConfig();
    try {
      hikari.setDataSource(Connections.source(config));
    } catch (SQLException e) {
      throw failures.translate(e);
    }
    hikari.setPoolName(config.name());
    hikari.setMaximumPoolSize(config.poolSize());
    hikari.setMinimumIdle(1);
    hikari.setConnectionTimeout(config.patience().toMillis());
    hikari.setValidationTimeout(Math.min(2_000, config.patience().toMillis()));
    hikari.setIdleTimeout(IDLE.toMillis());
    hikari.setMaxLifetime(LIFETIME.toMillis());
    hikari.setInitializationFailTimeout(-1);
    this.pool = new HikariDataSource(hikari);
  }

  public DatabaseConfig config() {
    return config;
  }

  /**
   * Connects once, without the pool, and looks at the server's version and limits.
   *
   * @throws DatabaseException whose message says what to do
   */
  public void verify() {
    try (Connection connection = Connections.source(config).getConnection()) {
      ServerCheck.check(connection, config);
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  /** How many connections work, wait for work, and are waited for. */
  public Map<String, Integer> connections() {
    HikariPoolMXBean figures = pool.getHikariPoolMXBean();
    return figures == null
        ? Map.of()
        : Map.of(
            "active", figures.getActiveConnections(),
            "idle", figures.getIdleConnections(),
            "awaited", figures.getThreadsAwaitingConnection());
  }

  /** Asks the server, over the pool, what it is. */
  public String version() {
    return read(
        connection -> {
          DatabaseMetaData server = connection.getMetaData();
          try (Statement statement = connection.createStatement()) {
            statement.execute("DO 1");
          }
          return server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        });
  }

  /** Asks the server for the longest message it takes, in bytes. */
  public long maxPacketBytes() {
    return read(
        connection ->
            Query.of(connection, "SELECT @@max_allowed_packet AS packet")
                .first(row -> row.number("packet"))
                .orElseThrow());
  }

  /** Work on a connection where each statement stands for itself. */
  public <T> T read(SqlFunction<Connection, T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.apply(connection);
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  /** One statement that changes rows and stands for itself; how many. */
  @CanIgnoreReturnValue
  public int change(String sql, Object... values) {
    return read(connection -> Query.of(connection, sql).bind(values).update());
  }

  /** Work in one transaction: stored whole, or not at all when it throws. */
  public <T> T write(SqlFunction<Connection, T> work) {
    Connection connection = open();
    try {
      T result = inTransaction(connection, work);
      try {
        connection.commit();
      } catch (SQLException e) {
        throw failures.atCommit(e);
      }
      return result;
    } finally {
      giveBack(connection);
    }
  }

  /**
   * Reading in one consistent snapshot: what others commit meanwhile is not seen. Writing fails.
   */
  public <T> T snapshot(SqlFunction<Connection, T> work) {
    Connection connection = open();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
      try {
        return work.apply(connection);
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw failures.translate(e);
    } finally {
      giveBack(connection);
    }
  }

  /**
   * Work that only one process at a time does; whoever comes second does not do it. The server
   * frees the name when this process ends or loses its connection, so others must be able to bear
   * that two work at once for a moment.
   *
   * @return whether it was done
   */
  public boolean exclusively(String name, Runnable work) {
    return read(
        connection -> {
          boolean mine =
              Query.of(connection, "SELECT GET_LOCK(CONCAT(DATABASE(), '.', ?), 0) AS mine")
                      .bind(name)
                      .first(row -> row.integer("mine"))
                      .orElse(0)
                  == 1;
          if (mine) {
            try {
              work.run();
            } finally {
              release(connection, name);
            }
          }
          return mine;
        });
  }

  /** A connection that is gone has freed the name by itself. */
  private static void release(Connection connection, String name) {
    try {
      Query.of(connection, "SELECT RELEASE_LOCK(CONCAT(DATABASE(), '.', ?)) AS freed")
          .bind(name)
          .first(row -> row.integer("freed"));
    } catch (SQLException e) {
      LOG.debug("free the name {}", name, e);
    }
  }

  /** Connections in use, open, and callers that wait for one. */
  public Load load() {
    var bean = pool.getHikariPoolMXBean();
    return bean == null
        ? new Load(0, 0, 0)
        : new Load(
            bean.getActiveConnections(),
            bean.getTotalConnections(),
            bean.getThreadsAwaitingConnection());
  }

  /** How busy the pool is. */
  public record Load(int active, int open, int waiting) {}

  @Override
  public void close() {
    pool.close();
  }

  private Connection open() {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw failures.translate(e);
    }
  }

  private <T> T inTransaction(Connection connection, SqlFunction<Connection, T> work) {
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      T result = work.apply(connection);
      done = true;
      return result;
    } catch (SQLException e) {
      throw failures.translate(e);
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
  }

  /** What broke the work is what the caller hears; a server that is gone rolls back by itself. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("roll back", e);
    }
  }

  /** The work is done or has failed by now, so a broken connection here changes nothing. */
  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("give back a connection", e);
    }
  }
}
