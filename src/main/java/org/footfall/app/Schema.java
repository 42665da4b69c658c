package org.footfall.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseException;
import org.footfall.store.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables to this version at the start. While the database is away it goes on trying, so
 * that hits can be accepted meanwhile; whatever else is wrong refuses the start.
 */
final class Schema implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final DatabaseConfig database;
  private final ScheduledExecutorService timer;
  private volatile boolean current;
  private volatile String state = "not looked at yet";

  Schema(DatabaseConfig database) {
    this.database = database;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "schema");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Migrates.
   *
   * @param canWait whether the server is of use without the database
   * @throws DatabaseException when the database cannot be used, or is away and that is no use
   */
  void start(boolean canWait) {
    try {
      migrate();
    } catch (DatabaseException e) {
      if (!canWait || !e.isConnectionLost()) {
        throw e;
      }
      state = e.getMessage();
      LOG.warn("Starting without the database, with what was known before. {}", state);
    }
  }

  /** Runs what needs the tables: now, or once, when the database is back and they are there. */
  void whenCurrent(Runnable then) {
    if (current) {
      then.run();
    } else {
      later(then);
    }
  }

  /** For the health page: what holds, or an exception with what is wrong. */
  String look() {
    if (!current) {
      throw new IllegalStateException(state);
    }
    return state;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void migrate() {
    int changes = Migrations.migrate(database);
    state = changes == 0 ? "up to date" : "up to date, " + changes + " changes at the start";
    current = true;
    if (changes > 0) {
      LOG.info("The database's tables were brought up to date in {} steps.", changes);
    }
  }

  private void later(Runnable then) {
    var unused =
        timer.schedule(
            () -> {
              try {
                migrate();
              } catch (DatabaseException e) {
                if (!e.getMessage().equals(state)) {
                  LOG.warn("{}", e.getMessage());
                }
                state = e.getMessage();
                later(then);
                return;
              }
              then.run();
            },
            AGAIN.toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
