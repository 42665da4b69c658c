package org.footfall.tracking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/**
 * The table {@code tracking_failure}: one row for each site and kind of mistake, kept for two days
 * and then again when it is still made. It has a greatest number of rows, since anybody may name
 * sites that there are not.
 */
public final class FailureStore {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int MOST = 1_000;

  private final Database database;
  private final Clock clock;
  private final Sql sql = Sql.of(FailureStore.class);

  public FailureStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds those whose like is not there, and forgets old ones. */
  public void save(List<TrackingFailure> failures) {
    Instant oldest = clock.instant().minus(KEPT);
    int unused =
        database.write(
            connection -> {
              int forgotten = Query.of(connection, sql.get("forget")).bind(oldest).update();
              for (TrackingFailure failure : failures) {
                add(connection, failure);
              }
              return forgotten;
            });
  }

  private void add(Connection connection, TrackingFailure failure) throws SQLException {
    int unused =
        Query.of(connection, sql.get("add"))
            .bind(
                failure.site(),
                failure.kind().number(),
                failure.at(),
                failure.query(),
                failure.url(),
                MOST)
            .update();
  }

  /** All of the last days, by site and kind. */
  public List<TrackingFailure> all() {
    return database.read(
        connection ->
            Query.of(connection, sql.get("all"))
                .bind(clock.instant().minus(KEPT))
                .list(
                    row ->
                        new TrackingFailure(
                            row.integer("site"),
                            TrackingFailure.Kind.of(row.integer("kind")),
                            row.instant("first_at"),
                            row.text("query"),
                            row.text("url"))));
  }

  public void delete(int site, int kind) {
    int unused =
        database.write(
            connection -> Query.of(connection, sql.get("delete")).bind(site, kind).update());
  }

  public void deleteAll() {
    int unused = database.write(connection -> Query.of(connection, sql.get("deleteAll")).update());
  }
}
