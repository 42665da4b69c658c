package org.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseIT {
  private Database database;

  @BeforeEach
  void table() {
    database = new Database(TestDatabase.emptySchema());
    database.read(
        connection ->
            Query.of(
                    connection,
                    "CREATE TABLE thing (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT"
                        + " NULL UNIQUE, day DATE, at DATETIME(6), body MEDIUMBLOB)")
                .update());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void valuesComeBackAsTheyWere() {
    Instant at = Instant.parse("2026-03-29T01:30:00.123456Z");
    LocalDate day = LocalDate.of(2026, 3, 29);
    byte[] body = {0, 39, 92, -1};
    long id =
        database.write(
            connection ->
                Query.of(connection, "INSERT INTO thing (name, day, at, body) VALUES (?, ?, ?, ?)")
                    .bind("é\uD83D\uDE00'\\", day, at, body)
                    .insert());
    assertThat(id).isEqualTo(1);
    database.read(
        connection ->
            Query.of(connection, "SELECT * FROM thing WHERE id = ?")
                .bind(1)
                .first(
                    row -> {
                      assertThat(row.text("name")).isEqualTo("é\uD83D\uDE00'\\");
                      assertThat(row.date("day")).isEqualTo(day);
                      assertThat(row.instant("at")).isEqualTo(at);
                      assertThat(row.bytes("body")).isEqualTo(body);
                      return true;
                    }));
  }

  @Test
  void aFailedWriteLeavesNothing() {
    assertThatThrownBy(
            () ->
                database.write(
                    connection -> {
                      insert(connection, "a");
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count()).isZero();
  }

  @Test
  void aSnapshotSeesNothingOfLaterCommitsAndCannotWrite() {
    database.snapshot(
        connection -> {
          database.write(other -> insert(other, "late"));
          assertThat(Query.of(connection, "SELECT id FROM thing").list(row -> row.integer("id")))
              .isEmpty();
          return true;
        });
    assertThat(count()).isEqualTo(1);
    assertThatThrownBy(() -> database.snapshot(connection -> insert(connection, "b")))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.READ_ONLY));
  }

  @Test
  void manyRowsGoInAtOnce() {
    List<Integer> numbers = IntStream.range(0, 2_500).boxed().toList();
    database.write(
        connection -> {
          Query.of(connection, "INSERT INTO thing (name) VALUES (?)")
              .updateAll(numbers, number -> List.of("n" + number));
          return true;
        });
    assertThat(count()).isEqualTo(2_500);
  }

  @Test
  void aSecondRowOfTheSameKeyIsADuplicate() {
    database.write(connection -> insert(connection, "a"));
    assertThatThrownBy(() -> database.write(connection -> insert(connection, "a")))
        .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.isDuplicate()).isTrue());
  }

  @Test
  void aTransactionThatStandsStillIsRolledBackByTheServer() {
    assertThatThrownBy(
            () ->
                database.write(
                    connection -> {
                      assertThat(variable(connection, "idle_write_transaction_timeout"))
                          .isEqualTo("30");
                      assertThat(variable(connection, "idle_readonly_transaction_timeout"))
                          .isEqualTo("600");
                      Query.of(connection, "SET SESSION idle_write_transaction_timeout = 1")
                          .update();
                      Query.of(connection, "INSERT INTO thing (name) VALUES ('a')").update();
                      // Waits for the row's lock, as another node would.
                      assertThat(insertA()).isEqualTo(1);
                      return Query.of(connection, "SELECT 1").update();
                    }))
        .isInstanceOf(DatabaseException.class);
  }

  private int insertA() {
    return database.read(
        other -> Query.of(other, "INSERT INTO thing (name) VALUES ('a')").update());
  }

  private static String variable(Connection connection, String name) throws SQLException {
    return Query.of(connection, "SELECT @@" + name + " AS v").first(row -> row.text("v")).get();
  }

  @Test
  void theSessionIsStrictAndInUtc() {
    database.read(
        connection ->
            Query.of(
                    connection,
                    "SELECT @@sql_mode AS mode, @@time_zone AS zone, @@tx_isolation AS isolation")
                .first(
                    row -> {
                      assertThat(row.text("mode")).contains("STRICT_TRANS_TABLES");
                      assertThat(row.text("zone")).isIn("UTC", "+00:00");
                      assertThat(row.text("isolation")).isEqualTo("READ-COMMITTED");
                      return true;
                    }));
  }

  private static int insert(java.sql.Connection connection, String name)
      throws java.sql.SQLException {
    return Query.of(connection, "INSERT INTO thing (name) VALUES (?)").bind(name).update();
  }

  private long count() {
    return database
        .read(c -> Query.of(c, "SELECT COUNT(*) AS n FROM thing").first(row -> row.number("n")))
        .orElseThrow();
  }
}
