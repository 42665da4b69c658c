package org.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.footfall.store.DatabaseException.Kind;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real server says when things are wrong, and that work goes on once they are right. */
class DatabaseFailureIT {
  private static TestDatabase server;

  @BeforeAll
  static void start() {
    server = TestDatabase.start();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void aWrongPasswordIsTold() {
    DatabaseConfig good = server.newSchema();
    DatabaseConfig wrong =
        DatabaseConfig.of(good.host(), good.port(), good.name(), good.user(), "wrong");
    assertRefused(
        wrong,
        Kind.DENIED,
        "does not let user 'footfall' in. Correct database.user and database.password.");
  }

  @Test
  void anUnknownDatabaseIsTold() {
    DatabaseConfig good = server.newSchema();
    DatabaseConfig unknown =
        DatabaseConfig.of(good.host(), good.port(), "footfall_none", good.user(), good.password());
    assertRefused(
        unknown, Kind.UNKNOWN_DATABASE, "CREATE DATABASE footfall_none CHARACTER SET utf8mb4");
  }

  @Test
  void anotherOnesDatabaseIsTold() {
    server.execute("CREATE DATABASE IF NOT EXISTS secret");
    DatabaseConfig good = server.newSchema();
    DatabaseConfig foreign =
        DatabaseConfig.of(good.host(), good.port(), "secret", good.user(), good.password());
    assertRefused(foreign, Kind.MISSING_RIGHT, "GRANT ALL PRIVILEGES ON secret.* TO 'footfall'@");
  }

  @Test
  void aServerThatIsAwayIsToldAtOnce() {
    DatabaseConfig good = server.newSchema();
    DatabaseConfig away = DatabaseConfig.of("127.0.0.1", 1, good.name(), good.user(), "x");
    assertRefused(
        away, Kind.UNREACHABLE, "No database answers at 127.0.0.1:1. Start MariaDB there");
  }

  @Test
  void aStatementThatTakesTooLongIsEnded() {
    DatabaseConfig limited = server.newSchema().limited(2, Duration.ofMillis(100));
    try (Database database = new Database(limited)) {
      DatabaseException thrown =
          catchThrowableOfType(
              DatabaseException.class,
              () ->
                  database.read(
                      connection ->
                          Query.of(
                                  connection,
                                  "SELECT SUM(SQRT(seq)) AS n FROM seq_1_to_100000000000")
                              .first(row -> row.number("n"))));
      assertThat(thrown.kind()).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void aStatementThatIsTooLargeIsToldAndTheConnectionGoesOn() {
    try (Database database = new Database(server.newSchema())) {
      DatabaseException thrown =
          catchThrowableOfType(
              DatabaseException.class,
              () ->
                  database.read(
                      connection ->
                          Query.of(connection, "SELECT LENGTH(?) AS n")
                              .bind(new byte[20 << 20])
                              .first(row -> row.number("n"))));
      assertThat(thrown.kind()).isEqualTo(Kind.PACKET_TOO_LARGE);
      assertThat(one(database)).contains(1);
    }
  }

  @Test
  void theSocketServesAsWellAsThePort() {
    DatabaseConfig good = server.newSchema();
    DatabaseConfig local =
        new DatabaseConfig(
            "nowhere.invalid",
            1,
            Optional.of(server.socket().toString()),
            good.name(),
            good.user(),
            good.password(),
            2,
            Duration.ofSeconds(5),
            Duration.ZERO);
    try (Database database = new Database(local)) {
      database.verify();
      assertThat(one(database)).contains(1);
    }
  }

  @Test
  void afterTheServerWasKilledWorkGoesOnWithoutAnybodysHelp() {
    DatabaseConfig config = server.newSchema();
    try (Database database = new Database(config)) {
      database.read(
          connection -> Query.of(connection, "CREATE TABLE t (id INT PRIMARY KEY)").update());
      database.write(connection -> insert(connection, 1));
      DatabaseException lost =
          catchThrowableOfType(
              DatabaseException.class,
              () ->
                  database.write(
                      connection -> {
                        insert(connection, 2);
                        server.kill();
                        return insert(connection, 3);
                      }));
      assertThat(lost.isConnectionLost()).isTrue();
      assertThat(lost.isCommitUnknown()).isFalse();
      server.restart();
      database.write(connection -> insert(connection, 4));
      List<Integer> ids =
          database.read(
              c -> Query.of(c, "SELECT id FROM t ORDER BY id").list(row -> row.integer("id")));
      assertThat(ids).containsExactly(1, 4);
    }
  }

  @Test
  void aServerThatDiesAtTheCommitLeavesTheOutcomeUnknown() {
    DatabaseConfig config = server.newSchema();
    try (Database database = new Database(config)) {
      database.read(
          connection -> Query.of(connection, "CREATE TABLE t (id INT PRIMARY KEY)").update());
      DatabaseException lost =
          catchThrowableOfType(
              DatabaseException.class,
              () ->
                  database.write(
                      connection -> {
                        insert(connection, 1);
                        server.kill();
                        return true;
                      }));
      server.restart();
      assertThat(lost.isConnectionLost()).isTrue();
      assertThat(lost.isCommitUnknown()).isTrue();
    }
  }

  private static int insert(Connection connection, int id) throws SQLException {
    return Query.of(connection, "INSERT INTO t VALUES (?)").bind(id).update();
  }

  private static Optional<Integer> one(Database database) {
    return database.read(c -> Query.of(c, "SELECT 1 AS n").first(row -> row.integer("n")));
  }

  private static void assertRefused(DatabaseConfig config, Kind kind, String words) {
    try (Database database = new Database(config)) {
      DatabaseException thrown = catchThrowableOfType(DatabaseException.class, database::verify);
      assertThat(thrown.kind()).isEqualTo(kind);
      assertThat(thrown).hasMessageContaining(words);
    }
  }
}
