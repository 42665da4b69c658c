package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final long CACHE = 16 << 20;

  private Database database;
  private LogReader reader;
  private final LogWriter writer = new LogWriter();

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    reader = new LogReader(database, CACHE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSiteWithoutRowsHasEmptyTables() {
    assertThat(rows(reader, DAY)).isZero();
    assertThat(days(1, 9)).isEmpty();
    assertThat(write(new LogBatch(0, 1))).isZero();
  }

  @Test
  void daysCarryTheVersionOfTheLastBatchThatTouchedThem() {
    write(batch(1, DAY, 1, "a"));
    write(batch(2, DAY.plusDays(2), 2, "b"));
    write(batch(3, DAY, 3, "c"));
    assertThat(days(1, 1)).containsExactly(Map.entry(DAY, 3L));
    assertThat(days(1, 2).values()).containsExactly(3L, 2L);
    assertThat(days(2, 2)).isEmpty();
  }

  @Test
  void aReaderDoesNotSeeWhatIsCommittedWhileItReads() {
    write(batch(1, DAY, 1, "a"));
    int seen =
        reader.snapshot(
            log -> {
              write(batch(2, DAY, 2, "b"));
              assertThat(log.days(1, DAY, DAY)).containsEntry(DAY, 1L);
              return log.actions(1, DAY, List.of(Columns.URL)).rows();
            });
    assertThat(seen).isEqualTo(1);
    assertThat(rows(reader, DAY)).isEqualTo(2);
  }

  @Test
  void nothingIsStoredWhenTheTransactionFails() {
    assertThatThrownBy(
            () ->
                database.write(
                    c -> {
                      writer.write(c, batch(1, DAY, 1, "a"));
                      throw new IllegalStateException("after writing");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rows(reader, DAY)).isZero();
    assertThat(count("log_segment")).isZero();
    assertThat(count("log_segment_group")).isZero();
    assertThat(count("log_day")).isZero();
  }

  @Test
  void aDamagedSegmentIsSetAsideAndEverythingElseIsRead() {
    long damaged = write(batch(1, DAY, 1, "a"));
    write(batch(2, DAY, 2, "b"));
    write(batch(3, DAY.plusDays(1), 3, "c"));
    change("UPDATE log_segment_group SET data = CONCAT(data, 'x') WHERE segment_id = ?", damaged);
    for (int i = 0; i < 2; i++) {
      assertThat(urls(reader, DAY)).containsExactly("b");
      assertThat(urls(reader, DAY.plusDays(1))).containsExactly("c");
      assertThat(reader.damagedSegments()).isEqualTo(1);
    }
  }

  @Test
  void aSegmentWithoutBytesIsDamaged() {
    long damaged = write(batch(1, DAY, 1, "a"));
    change("DELETE FROM log_segment_group WHERE segment_id = ?", damaged);
    assertThat(urls(reader, DAY)).isEmpty();
    assertThat(reader.damagedSegments()).isEqualTo(1);
  }

  @Test
  void aSegmentInAnotherOnesPlaceIsDamaged() {
    write(batch(1, DAY, 1, "a"));
    long changed = write(batch(2, DAY, 2, "b"));
    change(
        "UPDATE log_segment_group a, log_segment_group b SET a.data = b.data"
            + " WHERE a.segment_id = ? AND b.segment_id < a.segment_id",
        changed);
    assertThat(urls(reader, DAY)).containsExactly("a");
    assertThat(reader.damagedSegments()).isEqualTo(1);
  }

  @Test
  void aBatchTooBigForASegmentIsWrittenAsSeveral() {
    LogBatch batch = new LogBatch(0, 1);
    Random random = new Random(7);
    for (int visit = 0; visit < 20; visit++) {
      batch.visit(1, DAY).set(Columns.VISIT_ID, visit);
      for (int position = 0; position <= visit; position++) {
        batch
            .action(1, DAY)
            .set(Columns.ACTION_VISIT_ID, visit)
            .set(Columns.POSITION, position)
            .set(Columns.URL, visit + "/" + position + "/" + random.nextLong());
      }
    }
    database.write(c -> new LogWriter(600).write(c, batch));
    assertThat(count("log_segment")).isGreaterThan(5);
    List<String> urls = urls(reader, DAY);
    assertThat(urls).hasSize(210);
    int next = 0;
    for (int visit = 0; visit < 20; visit++) {
      for (int position = 0; position <= visit; position++) {
        assertThat(urls.get(next++)).startsWith(visit + "/" + position + "/");
      }
    }
    int visits = reader.snapshot(log -> log.visits(1, DAY, List.of()).rows());
    assertThat(visits).isEqualTo(20);
  }

  @Test
  void aDatabaseThatFailsInsideASnapshotSaysSoByItsOwnException() {
    change("RENAME TABLE log_segment TO log_segment_gone", 0);
    assertThatThrownBy(() -> rows(reader, DAY)).isInstanceOf(DatabaseException.class);
  }

  @Test
  void aReaderWithAlmostNoCacheReadsTheSame() {
    LogReader poor = new LogReader(database, 1);
    for (int i = 1; i <= 9; i++) {
      write(batch(i, DAY, i, "page " + i));
    }
    assertThat(urls(poor, DAY)).isEqualTo(urls(reader, DAY)).hasSize(9);
  }

  private static LogBatch batch(long version, LocalDate day, long visit, String url) {
    LogBatch batch = new LogBatch(0, version);
    batch.visit(1, day).set(Columns.VISIT_ID, visit).set(Columns.ENTRY_URL, url);
    batch.action(1, day).set(Columns.ACTION_VISIT_ID, visit).set(Columns.URL, url);
    return batch;
  }

  private long write(LogBatch batch) {
    return database.write(c -> writer.write(c, batch));
  }

  private SortedMap<LocalDate, Long> days(int site, int more) {
    return reader.snapshot(log -> log.days(site, DAY, DAY.plusDays(more)));
  }

  private static int rows(LogReader from, LocalDate day) {
    return urls(from, day).size();
  }

  private static List<String> urls(LogReader from, LocalDate day) {
    return from.snapshot(
        log -> {
          LogTable table = log.actions(1, day, List.of(Columns.URL));
          return IntStream.range(0, table.rows()).mapToObj(table.text(Columns.URL)::get).toList();
        });
  }

  private long count(String table) {
    return database.read(
        c -> {
          try (Statement statement = c.createStatement();
              var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private void change(String sql, long segment) {
    database.write(
        c -> {
          try (PreparedStatement statement = c.prepareStatement(sql)) {
            if (segment > 0) {
              statement.setLong(1, segment);
            }
            return statement.executeUpdate();
          }
        });
  }
}
