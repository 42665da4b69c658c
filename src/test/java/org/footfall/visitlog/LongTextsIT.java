package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts that shrink to almost nothing must not make a segment that readers find too big. */
class LongTextsIT {
  private static final int ROWS = 1_000;
  private static final String LONG = "x".repeat(60_000);

  private final Database database = TestDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void textsThatBeginAlikeAreReadAgain() {
    writeAndRead(row -> LONG + row);
  }

  @Test
  void textsThatEndAlikeAreReadAgain() {
    writeAndRead(row -> row + LONG);
  }

  private void writeAndRead(IntFunction<String> text) {
    write(text);
    long segments =
        database.read(
            c ->
                Query.of(c, "SELECT COUNT(*) AS n FROM log_segment")
                    .first(row -> row.number("n"))
                    .orElseThrow());
    assertThat(segments).isBetween(2L, 16L);
    LogReader reader = new LogReader(database, 1 << 20);
    reader.snapshot(
        log -> {
          LogTable table = log.actions(1, LogTraffic.DAY, List.of(Columns.URL));
          assertThat(table.rows()).isEqualTo(ROWS);
          assertThat(table.text(Columns.URL).get(ROWS - 1)).isEqualTo(text.apply(ROWS - 1));
          return table.rows();
        });
    assertThat(reader.damagedSegments()).isZero();
  }

  /** The batch is garbage before all is read again: both at once would crowd the tests' heap. */
  private void write(IntFunction<String> text) {
    LogBatch batch = new LogBatch(0, 1);
    for (int row = 0; row < ROWS; row++) {
      batch
          .action(1, LogTraffic.DAY)
          .set(Columns.ACTION_VISIT_ID, row)
          .set(Columns.URL, text.apply(row));
    }
    database.write(c -> new LogWriter().write(c, batch));
  }
}
