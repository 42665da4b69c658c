package org.footfall.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.footfall.store.DatabaseException.Kind;

/**
 * Brings the schema to what this version needs.
 *
 * <p>Each file under {@code db/migration} holds one statement that may run twice ({@code IF NOT
 * EXISTS}), because MariaDB cannot roll back a change of tables: after a crash between the
 * statement and its entry in the history it simply runs again. A named lock of the server lets one
 * process at a time migrate; others wait for it and find the work done. A history that knows
 * migrations this version does not belongs to a newer Footfall and refuses the start. A migration
 * that failed leaves a mark in the history, which is taken away before the next try.
 */
public final class Migrations {
  private static final String HISTORY = "schema_history";
  private static final String LOCATION = "classpath:db/migration";
  private static final int LOCK_SECONDS = 120;

  private Migrations() {}

  /**
   * Migrates the schema of the database.
   *
   * @return how many migrations ran
   * @throws DatabaseException with a plain sentence when it cannot be done
   */
  public static int migrate(Database database) {
    return migrate(database.config());
  }

  /** As {@link #migrate(Database)}, without a pool. */
  public static int migrate(DatabaseConfig database) {
    return migrate(database, LOCATION);
  }

  /**
   * Looks, without changing anything, whether the tables are those of this version.
   *
   * @throws DatabaseException with a plain sentence when they are older or newer
   */
  public static void requireCurrent(Database database) {
    DatabaseConfig config = database.config();
    Failures failures = new Failures(config);
    try {
      DataSource source = Connections.source(config);
      try (Connection connection = source.getConnection()) {
        ServerCheck.check(connection, config);
      }
      Flyway flyway = flyway(source, LOCATION);
      refuseNewer(flyway, config);
      if (flyway.info().pending().length > 0) {
        throw new DatabaseException(
            Kind.MIGRATION,
            "The tables of the " + config + " are not those of this version. Run: footfall setup",
            null);
      }
    } catch (SQLException e) {
      throw failures.translate(e);
    } catch (FlywayException e) {
      throw translate(e, failures);
    }
  }

  static int migrate(DatabaseConfig config, String location) {
    DatabaseConfig unlimited = config.limited(2, java.time.Duration.ZERO);
    Failures failures = new Failures(config);
    try {
      DataSource source = Connections.source(unlimited);
      try (Connection connection = source.getConnection()) {
        ServerCheck.check(connection, config);
        lock(connection, config);
        try {
          return run(source, connection, location, config);
        } finally {
          unlock(connection, config);
        }
      }
    } catch (SQLException e) {
      throw failures.translate(e);
    } catch (FlywayException e) {
      throw translate(e, failures);
    }
  }

  private static int run(
      DataSource source, Connection connection, String location, DatabaseConfig config)
      throws SQLException {
    Flyway flyway = flyway(source, location);
    forgetFailed(connection);
    refuseNewer(flyway, config);
    return flyway.migrate().migrationsExecuted;
  }

  private static Flyway flyway(DataSource source, String location) {
    return Flyway.configure()
        .dataSource(source)
        .locations(location)
        .table(HISTORY)
        .placeholderReplacement(false)
        .outOfOrder(true)
        .failOnMissingLocations(true)
        .load();
  }

  private static void forgetFailed(Connection connection) throws SQLException {
    Optional<String> history =
        Query.of(
                connection,
                "SELECT table_name AS name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = ?")
            .bind(HISTORY)
            .first(row -> row.text("name"));
    if (history.isPresent()) {
      Query.of(connection, "DELETE FROM " + HISTORY + " WHERE success = 0").update();
    }
  }

  private static void refuseNewer(Flyway flyway, DatabaseConfig config) {
    List<MigrationState> unknown =
        List.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);
    for (MigrationInfo migration : flyway.info().all()) {
      if (unknown.contains(migration.getState())) {
        throw new DatabaseException(
            Kind.NEWER_SCHEMA,
            "The "
                + config
                + " was made by a newer Footfall (it has change "
                + migration.getVersion()
                + " '"
                + migration.getDescription()
                + "'). Install that version, or restore a backup from before its upgrade.",
            null);
      }
    }
  }

  private static void lock(Connection connection, DatabaseConfig config) throws SQLException {
    boolean got =
        Query.of(connection, "SELECT GET_LOCK(?, ?) AS got")
            .bind(lockName(config), LOCK_SECONDS)
            .first(row -> row.flag("got"))
            .orElse(false);
    if (!got) {
      throw new DatabaseException(
          Kind.MIGRATION,
          "Another Footfall has been changing the tables of the "
              + config
              + " for more than "
              + LOCK_SECONDS
              + " s. Wait until it is done, or stop it.",
          null);
    }
  }

  private static void unlock(Connection connection, DatabaseConfig config) throws SQLException {
    Query.of(connection, "SELECT RELEASE_LOCK(?) AS done")
        .bind(lockName(config))
        .first(row -> row.flag("done"));
  }

  /** Lock names are the whole server's and at most 64 characters long. */
  private static String lockName(DatabaseConfig config) {
    String name = "footfall.migrate." + config.name();
    return name.length() <= 64 ? name : "footfall.migrate." + Integer.toHexString(name.hashCode());
  }

  private static DatabaseException translate(FlywayException e, Failures failures) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return failures.translate(sql);
      }
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new DatabaseException(
        Kind.MIGRATION, "The database's tables could not be brought up to date: " + message, e);
  }
}
