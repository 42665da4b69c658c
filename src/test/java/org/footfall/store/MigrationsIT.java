package org.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.footfall.store.DatabaseException.Kind;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  private static final String HALF = "classpath:org/footfall/store/half";
  private static final String WHOLE = "classpath:org/footfall/store/whole";

  private DatabaseConfig schema;
  private Database database;

  @BeforeEach
  void open() {
    schema = TestDatabase.emptySchema();
    database = new Database(schema);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSecondTimeThereIsNothingToDo() {
    assertThat(Migrations.migrate(database)).isPositive();
    assertThat(Migrations.migrate(database)).isZero();
    Migrations.requireCurrent(database);
  }

  @Test
  void tablesThatAreNotThereYetAreNamedWithTheCommandThatMakesThem() {
    assertThatThrownBy(() -> Migrations.requireCurrent(database))
        .hasMessage(
            "The tables of the " + schema + " are not those of this version. Run: footfall setup");
  }

  @Test
  void aNewerSchemaRefusesTheStart() {
    int unused = Migrations.migrate(database);
    database.write(
        connection ->
            Query.of(
                    connection,
                    "INSERT INTO schema_history (installed_rank, version, description, type,"
                        + " script, installed_by, execution_time, success) VALUES (999, '015.99',"
                        + " 'from the future', 'SQL', 'V015_99__x.sql', 'x', 1, 1)")
                .update());
    assertThatThrownBy(() -> Migrations.migrate(database))
        .isInstanceOfSatisfying(
            DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NEWER_SCHEMA))
        .hasMessageContaining(
            "was made by a newer Footfall (it has change 015.99 'from the future')");
    assertThatThrownBy(() -> Migrations.requireCurrent(database))
        .hasMessageContaining("newer Footfall");
  }

  @Test
  void aMigrationThatFailedHalfWayGoesOnWhenItsCauseIsGone() {
    assertThatThrownBy(() -> Migrations.migrate(schema, HALF))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Unknown data type: 'NONSENSE'");
    assertThat(Migrations.migrate(schema, WHOLE)).isEqualTo(1);
    assertThat(tables()).contains("one", "two");
  }

  @Test
  void everyMigrationMayRunAgainAfterACrashBetweenItAndItsEntry() {
    int all = Migrations.migrate(database);
    database.write(connection -> Query.of(connection, "DELETE FROM schema_history").update());
    assertThat(Migrations.migrate(database)).isEqualTo(all);
  }

  @Test
  void twoProcessesAtOnceDoTheWorkOnce() throws Exception {
    CompletableFuture<Integer> one =
        CompletableFuture.supplyAsync(() -> Migrations.migrate(schema, WHOLE));
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> Migrations.migrate(schema, WHOLE));
    assertThat(one.get() + other.get()).isEqualTo(2);
  }

  @Test
  void everyMigrationIsOneStatement() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (Path file : files.toList()) {
        String statement = Files.readString(file).strip().replaceAll("(?m)^--.*$", "");
        assertThat(statement.replaceFirst(";\\s*$", "")).as(file.toString()).doesNotContain(";");
      }
    }
  }

  private List<String> tables() {
    return database.read(
        connection ->
            Query.of(
                    connection,
                    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema ="
                        + " DATABASE()")
                .list(row -> row.text("name")));
  }
}
