package org.footfall.ui;

import java.time.Instant;
import java.util.Optional;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** The table of sessions. It knows hashes of ids only: whoever reads it cannot sign in with it. */
final class SessionStore {
  /** What is stored of a session. */
  record Stored(String login, boolean remembered, Instant createdAt, Instant seenAt) {}

  private final Database database;
  private final Sql sql = Sql.of(SessionStore.class);

  SessionStore(Database database) {
    this.database = database;
  }

  void add(byte[] hash, Stored session, Instant expiresAt) {
    int unused =
        database.write(
            connection ->
                Query.of(connection, sql.get("add"))
                    .bind(
                        hash,
                        session.login,
                        session.remembered,
                        session.createdAt,
                        session.seenAt,
                        expiresAt)
                    .update());
  }

  /** The session, unless it is over. */
  Optional<Stored> find(byte[] hash, Instant now) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("find"))
                .bind(hash, now)
                .first(
                    row ->
                        new Stored(
                            row.text("login"),
                            row.flag("remembered"),
                            row.instant("created_at"),
                            row.instant("seen_at"))));
  }

  void extend(byte[] hash, Instant seenAt, Instant expiresAt) {
    update("extend", seenAt, expiresAt, hash);
  }

  void remove(byte[] hash) {
    update("remove", (Object) hash);
  }

  void removeExpired(Instant now) {
    update("removeExpired", now);
  }

  private void update(String statement, Object... values) {
    int unused =
        database.write(
            connection -> Query.of(connection, sql.get(statement)).bind(values).update());
  }
}
