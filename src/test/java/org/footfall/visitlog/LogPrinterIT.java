package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogPrinterIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final long NOON = 1_795_176_000;

  private Database database;

  @BeforeEach
  void fill() {
    database = TestDatabase.fresh();
    LogBatch batch = new LogBatch(0, 1);
    for (int visit = 1; visit <= 3; visit++) {
      LocalDate day = visit == 1 ? DAY.minusDays(1) : DAY;
      batch
          .visit(4, day)
          .set(Columns.VISIT_ID, visit)
          .set(Columns.VISITOR_ID, 0xabcL)
          .set(Columns.USER_ID, "ann@example.org")
          .set(Columns.ADDRESS, new byte[] {10, 20, 0, 0})
          .set(Columns.FIRST_ACTION_TIME, NOON);
      batch
          .action(4, day)
          .set(Columns.ACTION_VISIT_ID, visit)
          .set(Columns.TIME, NOON + 10 - visit)
          .set(Columns.URL, "shop.example/?q=\"a,b\"&v=" + visit)
          .set(Columns.TITLE, "two\nlines \u001b[31m");
    }
    database.write(c -> new LogWriter().write(c, batch));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void textNamesWhatIsThere() {
    StringBuilder out = new StringBuilder();
    assertThat(printer(LogFormat.TEXT, false, out).visits(4, DAY, DAY, 9)).isEqualTo(2);
    assertThat(out.toString().lines().findFirst().orElseThrow())
        .startsWith("site=4 day=2026-11-20 visit_id=2 visitor_id=0000000000000abc")
        .contains("first_action_time=2026-11-20T12:00:00Z")
        .doesNotContain("ann@example.org", "10.20.0.0");
  }

  @Test
  void whatTellsWhoSomebodyIsComesOnlyWhenAskedFor() {
    StringBuilder out = new StringBuilder();
    assertThat(printer(LogFormat.JSON, true, out).visits(4, DAY, DAY, 1)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("{\"site\":4,\"day\":\"2026-11-20\",\"visit_id\":2,")
        .contains("\"user_id\":\"ann@example.org\"", "\"address\":\"10.20.0.0\"")
        .endsWith("}\n");
  }

  @Test
  void csvQuotesWhatItMust() {
    StringBuilder out = new StringBuilder();
    assertThat(printer(LogFormat.CSV, false, out).actions(4, DAY.minusDays(1), DAY, 2))
        .isEqualTo(2);
    assertThat(out.toString())
        .startsWith("site,day,visit_id,position,time,kind,url,")
        .contains("\r\n4,2026-11-19,1,0,2026-11-20T12:00:09Z,0,")
        .contains("\"shop.example/?q=\"\"a,b\"\"&v=1\"");
  }

  @Test
  void nothingAVisitorSentIsAFormulaOrACommand() {
    List<String> names = List.of("title", "actions");
    List<Object> values = List.of("=cmd|' /C calc'!A0", -7L);
    assertThat(LogFormat.CSV.row(names, values)).isEqualTo("'=cmd|' /C calc'!A0,-7\r\n");
    String controls = "a\u001b\u007f\u009b31m";
    for (LogFormat format : LogFormat.values()) {
      assertThat(format.row(List.of("title"), List.of(controls)))
          .doesNotContain("\u001b", "\u007f", "\u009b")
          .contains("31m");
    }
    assertThat(LogFormat.JSON.row(List.of("t"), List.of(controls)))
        .isEqualTo("{\"t\":\"a\\u001B\\u007F\\u009B31m\"}\n");
  }

  @Test
  void daysBehindTheLimitAreNotRead() {
    LogBatch batch = new LogBatch(0, 2);
    batch.visit(4, DAY.plusDays(1)).set(Columns.VISIT_ID, 4).set(Columns.FIRST_ACTION_TIME, NOON);
    database.write(c -> new LogWriter().write(c, batch));
    String damage =
        "UPDATE log_segment_group SET data = 'x' WHERE segment_id ="
            + " (SELECT MAX(id) FROM log_segment)";
    int damaged = database.write(c -> Query.of(c, damage).update());
    assertThat(damaged).isPositive();
    StringBuilder out = new StringBuilder();
    assertThat(printer(LogFormat.TEXT, false, out).visits(4, DAY, DAY.plusDays(1), 2)).isEqualTo(2);
  }

  @Test
  void theTailEndsWithTheLatestActionAndHoldsNoCommandForATerminal() {
    StringBuilder out = new StringBuilder();
    assertThat(printer(LogFormat.TEXT, false, out).tail(4, DAY, 2)).isEqualTo(2);
    assertThat(out.toString().lines())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("visit_id=3"),
            line -> assertThat(line).contains("visit_id=2").contains("\\u001B[31m"));
    assertThat(printer(LogFormat.TEXT, false, out).tail(4, DAY, 9)).isEqualTo(3);
  }

  private LogPrinter printer(LogFormat format, boolean personal, Appendable out) {
    return new LogPrinter(new LogReader(database, 1 << 20), format, personal, out);
  }
}
