package org.footfall.visitlog.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final long NOON = 1_795_176_000;
  private static final int VISITS = 300;

  @TempDir Path folder;
  private Database database;
  private final List<String> told = new ArrayList<>();

  /** Three days of visits; each visit has as many actions as its number modulo 4, plus one. */
  @BeforeEach
  void fill() {
    database = TestDatabase.fresh();
    LogBatch batch = new LogBatch(0, 1);
    for (int visit = 1; visit <= VISITS; visit++) {
      LocalDate day = DAY.plusDays(visit % 3);
      batch
          .visit(4, day)
          .set(Columns.VISIT_ID, visit)
          .set(Columns.VISITOR_ID, visit % 2 == 0 ? -visit : 0xabcL)
          .set(Columns.USER_ID, "ann@example.org")
          .set(Columns.ADDRESS, address(visit))
          .set(Columns.COUNTRY, visit % 5 == 0 ? "" : "fr")
          .set(Columns.LATITUDE, -visit)
          .set(Columns.FIRST_ACTION_TIME, NOON + visit);
      for (int position = 0; position <= visit % 4; position++) {
        batch
            .action(4, day)
            .set(Columns.ACTION_VISIT_ID, visit)
            .set(Columns.POSITION, position)
            .set(Columns.TIME, NOON + position)
            .set(Columns.KIND, 1)
            .set(Columns.URL, "läden.example/漢字/" + position)
            .set(Columns.TITLE, position == 1 ? "😀 it's \"one\",\ntwo" : "");
      }
    }
    batch.visit(5, DAY).set(Columns.VISIT_ID, 1);
    database.write(c -> new LogWriter().write(c, batch));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static byte[] address(int visit) {
    return switch (visit % 3) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {10, (byte) 200, 0, 0};
      default -> new byte[] {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    };
  }

  @Test
  void visitsAreReadBackWithTheirTypes() throws Exception {
    assertThat(export(Table.VISIT, true, 0, 9)).isEqualTo(VISITS);
    assertThat(sql("SELECT day, count(*), sum(visit_id), min(site) FROM f GROUP BY day ORDER BY 1"))
        .containsExactly(
            "2026-11-20|100|15150|4", "2026-11-21|100|14950|4", "2026-11-22|100|15050|4");
    assertThat(sql("SELECT visitor_id, count(*) FROM f WHERE visit_id < 4 GROUP BY 1 ORDER BY 1"))
        .containsExactly("0000000000000abc|2", "fffffffffffffffe|1");
    assertThat(sql("SELECT country, count(*) FROM f GROUP BY 1 ORDER BY 1 NULLS FIRST"))
        .containsExactly("null|60", "fr|240");
    assertThat(sql("SELECT DISTINCT address, user_id FROM f ORDER BY 1 NULLS FIRST"))
        .containsExactly(
            "null|ann@example.org",
            "10.200.0.0|ann@example.org",
            "2001:db8:0:0:0:0:0:1|ann@example.org");
    assertThat(
            sql(
                "SELECT strftime(max(first_action_time), '%Y-%m-%d %H:%M:%S'), min(latitude),"
                    + " count(last_action_time) FROM f"))
        .containsExactly("2026-11-20 12:05:00|-300|0");
    assertThat(
            sql("SELECT typeof(day), typeof(first_action_time), typeof(visit_id) FROM f LIMIT 1"))
        .containsExactly("DATE|TIMESTAMP WITH TIME ZONE|BIGINT");
    assertThat(told).containsExactly("2026-11-20 100", "2026-11-21 200", "2026-11-22 300");
  }

  @Test
  void actionsAreReadBackInOrderWithTheirTexts() throws Exception {
    assertThat(export(Table.ACTION, false, 1, 1)).isEqualTo(250);
    assertThat(sql("SELECT count(*), count(DISTINCT url), count(title), min(day), max(day) FROM f"))
        .containsExactly("250|4|75|2026-11-21|2026-11-21");
    assertThat(sql("SELECT url, title, previous_url FROM f WHERE visit_id = 1 ORDER BY position"))
        .containsExactly(
            "läden.example/漢字/0|null|null",
            "läden.example/漢字/1|😀 it's \"one\",\ntwo|läden.example/漢字/0");
    assertThat(sql("SELECT visit_id || '/' || position FROM f LIMIT 4"))
        .containsExactly("1/0", "1/1", "4/0", "7/0");
    assertThat(sql("SELECT DISTINCT strftime(time, '%H:%M:%S') FROM f WHERE position = 3"))
        .containsExactly("12:00:03");
  }

  @Test
  void whatTellsWhoSomebodyIsComesOnlyWhenAskedFor() throws Exception {
    assertThat(export(Table.VISIT, false, 0, 0)).isEqualTo(100);
    assertThat(sql("SELECT column_name FROM (DESCRIBE SELECT * FROM f)"))
        .startsWith("site", "day", "visit_id")
        .contains("visitor_id", "user_agent")
        .doesNotContain("address", "user_id")
        .doesNotHaveDuplicates();
  }

  @Test
  void daysWithoutRowsAreAFileWithoutRows() throws Exception {
    assertThat(export(Table.ACTION, false, 100, 101)).isZero();
    assertThat(sql("SELECT count(*), count(url) FROM f")).containsExactly("0|0");
  }

  @Test
  void aFileIsReplacedOnlyWhenAskedForAndOnlyItsOwnerReadsIt() throws Exception {
    long first = export(Table.VISIT, false, 0, 0);
    assertThatThrownBy(() -> export(Table.VISIT, false, 0, 1))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + " is there already; --force replaces it.");
    assertThat(sql("SELECT count(*) FROM f")).containsExactly("" + first);
    assertThat(exporter(Table.VISIT, false).write(4, DAY, DAY.plusDays(1), file(), true))
        .isEqualTo(200);
    assertThat(sql("SELECT count(*) FROM f")).containsExactly("200");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void placesThatCannotBeAreOnePlainSentence() {
    ParquetExport export = exporter(Table.VISIT, false);
    assertThatThrownBy(() -> export.write(4, DAY, DAY, folder.resolve("no/a.parquet"), false))
        .hasMessage("There is no folder " + folder.resolve("no") + "; make it first.");
    assertThatThrownBy(() -> export.write(4, DAY, DAY, folder, true))
        .hasMessage(folder + " is a folder; name a file in it.");
  }

  @Test
  void whenTheDiskIsFullNothingIsLeftBehind() throws IOException {
    NewFile file = new NewFile(file(), false);
    assertThatThrownBy(
            () ->
                file.write(
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + " cannot be written: No space left on device.");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private Path file() {
    return folder.resolve("f.parquet");
  }

  private long export(Table table, boolean personal, int first, int last) throws IOException {
    return exporter(table, personal)
        .write(4, DAY.plusDays(first), DAY.plusDays(last), file(), false);
  }

  private ParquetExport exporter(Table table, boolean personal) {
    return new ParquetExport(
        new LogReader(database, 1 << 20),
        table,
        personal,
        (day, rows) -> told.add(day + " " + rows));
  }

  private List<String> sql(String sql) throws SQLException {
    try (Duck duck = new Duck()) {
      return duck.rows(sql.replace("FROM f", "FROM '" + file() + "'"));
    }
  }
}
