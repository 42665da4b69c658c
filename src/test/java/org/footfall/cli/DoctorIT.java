package org.footfall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.testing.Configuration;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code footfall doctor} and {@code footfall log export}, on an installation with a log. */
class DoctorIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  @TempDir Path folder;
  private Path file;
  private DatabaseConfig schema;

  @BeforeEach
  void configuration() throws IOException {
    schema = TestDatabase.emptySchema();
    file =
        Files.writeString(
            folder.resolve("footfall.toml"),
            Configuration.database(schema)
                + "[queue]\nkind = \"spool\"\nspool_directory = \"%s/spool\"\n".formatted(folder));
  }

  private void fill() {
    assertThat(run("setup")).isZero();
    assertThat(run("site", "add", "My shop", "https://shop.example")).isZero();
    LogBatch batch = new LogBatch(0, 1);
    batch.visit(1, DAY).set(Columns.VISIT_ID, 1).set(Columns.USER_ID, "ann");
    batch.action(1, DAY).set(Columns.ACTION_VISIT_ID, 1).set(Columns.URL, "shop.example/");
    try (Database database = new Database(schema)) {
      database.write(c -> new LogWriter().write(c, batch));
    }
  }

  private void change(String sql) {
    try (Database database = new Database(schema)) {
      assertThat(database.change(sql)).isPositive();
    }
  }

  @Test
  void aHealthyInstallationIsToldPointByPoint() {
    fill();
    assertThat(run("doctor")).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("ok       configuration " + file),
            line ->
                assertThat(line)
                    .startsWith("ok       database MariaDB 1")
                    .endsWith(" at 127.0.0.1:" + schema.port() + ", max_allowed_packet 16 MB"),
            line -> assertThat(line).isEqualTo("ok       tables are those of this version"),
            line ->
                assertThat(line).isEqualTo("ok       visit log: each of 1 segments can be read"),
            line -> assertThat(line).isEqualTo("level  segments  rows  bytes"),
            line -> assertThat(line).startsWith("0      1         2     "),
            line -> assertThat(line).isEqualTo("All is well."));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void damageIsNamedWithItsFixAndTheExitCodeIs1() {
    fill();
    change("UPDATE log_segment_group SET data = REVERSE(data)");
    change("DELETE FROM log_day");
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString())
        .contains("problem  log segment 1 (shard 0, batch 1) is damaged: its checksum is wrong")
        .contains("         fix: Its rows are missing from reports. Bring back its lines of")
        .contains("problem  site 1, 2026-11-20 has segments, but is not in log_day;")
        .contains("         fix: REPLACE INTO log_day")
        .endsWith("2 problems." + System.lineSeparator())
        .doesNotContain("ok       visit log");
  }

  @Test
  void whatIsBrokenFirstIsToldAndTheRestIsNotTried() throws IOException {
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString())
        .contains("ok       database", "problem  The tables of the", "Run: footfall setup");
    Files.writeString(file, "[database]\nport = 1\n");
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString())
        .contains("ok       configuration", "problem  ")
        .contains("1 problem");
    Files.writeString(file, "[database]\nport = 0\nnam = 3\n");
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("problem  " + file + ":")
        .endsWith("2 problems." + System.lineSeparator());
  }

  @Test
  void theLogIsExportedAndWhatIsMissingFromTheFileIsSaid() {
    fill();
    String to = folder.resolve("a.parquet").toString();
    assertThat(export("actions", "--out", to)).isZero();
    assertThat(out.toString().strip()).isEqualTo("1 actions are in " + to + ".");
    assertThat(Path.of(to)).isNotEmptyFile();
    assertThat(export("visits", "--out", to)).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo(to + " is there already; --force replaces it.");
    assertThat(export("VISITS", "--out", to, "--force", "--personal")).isZero();
    assertThat(export("pages", "--out", to)).isEqualTo(2);
    assertThat(err.toString()).contains("visits, actions");
    change("UPDATE log_segment_group SET data = REVERSE(data)");
    assertThat(export("visits", "--out", to, "--force")).isEqualTo(1);
    assertThat(err.toString())
        .contains("Rows are missing, as 1 segments of the log are damaged; footfall doctor names");
    assertThat(run("log", "export", "7", "--from", "2026-01-02", "--to", "2026-01-03"))
        .isEqualTo(2);
    assertThat(
            run(
                "log",
                "export",
                "1",
                "--from",
                "2026-01-02",
                "--to",
                "2026-01-01",
                "--table",
                "visits",
                "--out",
                to))
        .isEqualTo(1);
    assertThat(err.toString()).contains("--to 2026-01-01 is before --from 2026-01-02.");
  }

  private int export(String table, String... more) {
    String[] args = {
      "log", "export", "1", "--from", DAY.toString(), "--to", DAY.toString(), "--table", table
    };
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return run(all);
  }

  private int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--config";
    all[args.length + 1] = file.toString();
    return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
