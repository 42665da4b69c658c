package org.footfall.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;

/** The table {@code rejected_request}: hits that could not be processed, as they were queued. */
final class RejectedStore {
  private static final int MAX_REASON = 500;

  private final Database database;
  private final Clock clock;
  private final Sql sql = Sql.of(RejectedStore.class);

  /** A hit to be kept. */
  record Rejected(int site, String reason, byte[] payload) {}

  /** A kept hit with what was queued. */
  record Kept(long id, int shard, byte[] payload) {}

  RejectedStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(Connection connection, int shard, Collection<Rejected> rejected) throws SQLException {
    Instant now = clock.instant();
    Query.of(connection, sql.get("add"))
        .updateAll(
            rejected,
            hit -> {
              String reason = hit.reason();
              String kept = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
              return List.of(shard, hit.site(), now, kept, hit.payload());
            });
  }

  List<RejectedRequests.Entry> list(long after, int most) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("list"))
                .bind(after, most)
                .list(
                    row ->
                        new RejectedRequests.Entry(
                            row.number("id"),
                            row.integer("site"),
                            row.instant("rejected_at"),
                            Optional.ofNullable(row.instant("replayed_at")),
                            row.text("reason"))));
  }

  long count() {
    return database.read(
        connection ->
            Query.of(connection, sql.get("count"))
                .first(row -> row.number("rows_there"))
                .orElse(0L));
  }

  /** Those of which no replay has begun. */
  List<Kept> waiting(long after, int most) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("waiting")).bind(after, most).list(RejectedStore::kept));
  }

  Optional<Kept> find(long id) {
    return database.read(
        connection -> Query.of(connection, sql.get("find")).bind(id).first(RejectedStore::kept));
  }

  private static Kept kept(Row row) throws SQLException {
    return new Kept(row.number("id"), row.integer("shard"), row.bytes("payload"));
  }

  void mark(List<Kept> kept) {
    Instant now = clock.instant();
    change("mark", kept, hit -> List.of(now, hit.id()));
  }

  void drop(List<Kept> kept) {
    change("drop", kept, hit -> List.of(hit.id()));
  }

  private void change(String statement, List<Kept> kept, Function<Kept, List<?>> bind) {
    int unused =
        database.write(
            connection -> {
              Query.of(connection, sql.get(statement)).updateAll(kept, bind);
              return kept.size();
            });
  }

  int dropAll() {
    return database.write(connection -> Query.of(connection, sql.get("dropAll")).update());
  }
}
