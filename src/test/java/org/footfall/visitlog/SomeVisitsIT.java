package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.Column.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading some visits of a day is reading the day and leaving the others out. */
class SomeVisitsIT {
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anyVisitsBeforeAndAfterCompaction() {
    RandomLog log = new RandomLog(21);
    Random random = new Random(21);
    LogCompactor compactor = new LogCompactor(database, new HeavyDays(), 8_000);
    for (int round = 0; round < 4; round++) {
      for (int batch = 0; batch < 6; batch++) {
        LogBatch next = log.next(40);
        database.write(connection -> new LogWriter().write(connection, next));
      }
      assertSomeLikeAll(random);
      compactor.run((site, day, version) -> day.isEqual(RandomLog.FIRST), () -> false);
      assertSomeLikeAll(random);
    }
    compactor.run((site, day, version) -> true, () -> false);
    assertSomeLikeAll(random);
  }

  @Test
  void anErasedVisitIsNotThere() {
    RandomLog log = new RandomLog(22);
    LogBatch batch = log.next(60);
    database.write(connection -> new LogWriter().write(connection, batch));
    long[] ids = ids(1, RandomLog.FIRST);
    database.write(
        connection -> {
          new LogEraser().erase(connection, 1, RandomLog.FIRST, List.of(ids[0]), 2);
          return null;
        });
    new LogReader(database, 1 << 20)
        .snapshot(
            snapshot -> {
              List<Column> columns = List.of(Columns.VISIT_ID);
              assertThat(snapshot.visits(1, RandomLog.FIRST, ids, columns).rows())
                  .isEqualTo(ids.length - 1);
              long[] gone = {ids[0]};
              assertThat(
                      snapshot
                          .actions(1, RandomLog.FIRST, gone, List.of(Columns.ACTION_VISIT_ID))
                          .rows())
                  .isZero();
              return null;
            });
  }

  private void assertSomeLikeAll(Random random) {
    for (int d = 0; d < RandomLog.DAYS; d++) {
      LocalDate day = RandomLog.FIRST.plusDays(d);
      // Also some that are of other days, or of none.
      long[] asked =
          LongStream.concat(
                  LongStream.of(ids(1, day)).filter(id -> random.nextBoolean()),
                  random.longs(3, 0, 400))
              .sorted()
              .distinct()
              .toArray();
      new LogReader(database, 1 << 20)
          .snapshot(
              snapshot -> {
                List<Column> visits = Columns.of(Table.VISIT);
                List<Column> actions = Columns.of(Table.ACTION);
                assertThat(RandomLog.lines(snapshot.visits(1, day, asked, visits), Table.VISIT))
                    .isEqualTo(
                        of(snapshot.visits(1, day, visits), Table.VISIT, Columns.VISIT_ID, asked));
                assertThat(RandomLog.lines(snapshot.actions(1, day, asked, actions), Table.ACTION))
                    .isEqualTo(
                        of(
                            snapshot.actions(1, day, actions),
                            Table.ACTION,
                            Columns.ACTION_VISIT_ID,
                            asked));
                return null;
              });
    }
  }

  private long[] ids(int site, LocalDate day) {
    return new LogReader(database, 1 << 20)
        .snapshot(
            snapshot -> {
              LogTable visits = snapshot.visits(site, day, List.of(Columns.VISIT_ID));
              return LongStream.range(0, visits.rows())
                  .map(row -> visits.number(Columns.VISIT_ID).get((int) row))
                  .toArray();
            });
  }

  private static List<String> of(LogTable all, Table table, Column id, long[] asked) {
    List<String> lines = RandomLog.lines(all, table);
    return LongStream.range(0, all.rows())
        .filter(row -> LongStream.of(asked).anyMatch(a -> a == all.number(id).get((int) row)))
        .mapToObj(row -> lines.get((int) row))
        .toList();
  }
}
