package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.Column.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is merged, sealed or taken away, and whatever breaks: nothing that is read changes. */
class LogCompactionIT {
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
  void compactionAndSealingChangeNothingThatIsRead() {
    for (int seed = 1; seed <= 4; seed++) {
      RandomLog log = new RandomLog(seed);
      Random random = new Random(seed);
      LogCompactor compactor =
          new LogCompactor(database, new HeavyDays(), seed == 4 ? 4_000 : 1 << 20);
      for (int round = 0; round < 14; round++) {
        for (int batch = random.nextInt(12); batch >= 0; batch--) {
          write(log.next(5 + random.nextInt(120)));
        }
        Set<LocalDate> over = new HashSet<>();
        for (int day = 0; day < RandomLog.DAYS; day++) {
          if (random.nextInt(4) == 0) {
            over.add(RandomLog.FIRST.plusDays(day));
          }
        }
        compactor.run((s, day, version) -> over.contains(day), () -> false);
        assertReadsLike(log, "seed " + seed + ", round " + round);
      }
      compactor.run((s, day, version) -> true, () -> false);
      compactor.run((s, day, version) -> true, () -> false);
      assertReadsLike(log, "seed " + seed + ", all sealed");
      assertThat(count("SELECT COUNT(*) AS n FROM log_segment WHERE level < 2")).isZero();
      assertThat(count("SELECT COUNT(*) AS n FROM log_day WHERE state <> 1")).isZero();
      assertThat(count("SELECT COUNT(DISTINCT segment_id) AS n FROM log_segment_day"))
          .isEqualTo(count("SELECT COUNT(*) AS n FROM log_segment"));
      assertThat(count("SELECT COUNT(DISTINCT segment_id) AS n FROM log_segment_group"))
          .isEqualTo(count("SELECT COUNT(*) AS n FROM log_segment"));
      close();
      open();
    }
  }

  @Test
  void aDayIsNeverInManySegments() {
    RandomLog log = new RandomLog(7);
    LogCompactor compactor = new LogCompactor(database, new HeavyDays());
    for (int batch = 0; batch < 200; batch++) {
      write(log.next(20));
      compactor.run((s, day, version) -> false, () -> false);
    }
    assertThat(
            count(
                "SELECT MAX(n) AS n FROM (SELECT COUNT(*) AS n FROM log_segment_day d JOIN"
                    + " log_segment s ON s.id = d.segment_id WHERE s.level > 0 GROUP BY d.site,"
                    + " d.day) days"))
        .isLessThanOrEqualTo(12);
  }

  @Test
  void tinyDaysShareASegmentOnceTheirMonthIsOver() {
    RandomLog log = new RandomLog(8);
    for (int batch = 0; batch < 10; batch++) {
      write(log.next(60));
    }
    new LogCompactor(database, new HeavyDays()).run((s, day, version) -> true, () -> false);
    assertReadsLike(log, "combined");
    // The days lie in two months and two weeks.
    assertThat(count("SELECT COUNT(*) AS n FROM log_segment")).isEqualTo(2L * RandomLog.SITES);
  }

  @Test
  void partsOfASealedDayShareNoVisitor() {
    RandomLog log = new RandomLog(9);
    for (int batch = 0; batch < 20; batch++) {
      write(log.next(200));
    }
    new LogCompactor(database, new HeavyDays(), 2_000)
        .run((s, day, version) -> day.equals(RandomLog.FIRST), () -> false);
    int parts =
        new LogReader(database, 1 << 20)
            .snapshot(
                snapshot -> {
                  Set<Long> seen = new HashSet<>();
                  List<LogPart> all = snapshot.parts(1, RandomLog.FIRST);
                  for (LogPart part : all) {
                    Set<Long> own = new HashSet<>();
                    LogTable visits = part.visits(List.of(Columns.VISITOR_ID));
                    for (int row = 0; row < visits.rows(); row++) {
                      own.add(visits.number(Columns.VISITOR_ID).get(row));
                    }
                    assertThat(seen).doesNotContainAnyElementsOf(own);
                    seen.addAll(own);
                  }
                  return all.size();
                });
    assertThat(parts).isGreaterThan(1);
    assertReadsLike(log, "in parts");
  }

  @Test
  void connectionsThatBreakAndASecondNodeChangeNothing() throws Exception {
    RandomLog log = new RandomLog(10);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> killer =
        CompletableFuture.runAsync(
            () -> {
              Random random = new Random(10);
              while (!done.get()) {
                LockSupport.parkNanos(random.nextInt(30) * 1_000_000L);
                TestDatabase.killOthers(database);
              }
            });
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(
            () -> compactUntil(done, new LogCompactor(database, new HeavyDays())));
    LogCompactor compactor = new LogCompactor(database, new HeavyDays());
    int failures = 0;
    for (int round = 0; round < 40; round++) {
      for (int batch = 0; batch < 4; batch++) {
        LogBatch next = log.next(40);
        while (!tryWrite(next)) {
          failures++;
        }
      }
      failures += compactOnce(compactor, round);
    }
    done.set(true);
    killer.get();
    failures += other.get();
    assertThat(failures).isPositive();
    try (Database after = new Database(database.config())) {
      database.close();
      database = after;
      assertReadsLike(log, "after all that");
    }
    database = TestDatabase.fresh();
  }

  @Test
  void aDamagedSegmentIsSetAsideAndTheOthersGoOn() {
    RandomLog log = new RandomLog(11);
    for (int batch = 0; batch < 20; batch++) {
      write(log.next(60));
    }
    database.change(
        "UPDATE log_segment_group SET data = INSERT(data, 40, 1, CHAR(ASCII(SUBSTRING(data, 40,"
            + " 1)) ^ 1)) WHERE segment_id = (SELECT MIN(id) FROM log_segment)");
    LogCompactor compactor = new LogCompactor(database, new HeavyDays());
    compactor.run((s, day, version) -> true, () -> false);
    compactor.run((s, day, version) -> true, () -> false);
    assertThat(count("SELECT COUNT(*) AS n FROM log_segment WHERE damaged")).isEqualTo(1);
    assertThat(count("SELECT COUNT(*) AS n FROM log_segment WHERE NOT damaged AND level = 0"))
        .isZero();
    assertThat(
            count(
                "SELECT COUNT(*) AS n FROM log_day l JOIN log_segment_day d USING (site, day) JOIN"
                    + " log_segment s ON s.id = d.segment_id WHERE s.damaged AND l.state > 0"))
        .isZero();
  }

  @Test
  void erasedVisitsAreGoneAtOnceAndLaterFromTheSegments() {
    RandomLog log = new RandomLog(12);
    for (int batch = 0; batch < 9; batch++) {
      write(log.next(80));
    }
    LocalDate day = RandomLog.FIRST;
    List<String> before = read(1, day);
    long victim = Long.parseLong(before.get(before.size() - 1).split("\\|")[1]);
    boolean unused =
        database.write(
            connection -> {
              new LogEraser().erase(connection, 1, day, List.of(victim), 1_000);
              return true;
            });
    List<String> rest =
        before.stream().filter(line -> !line.split("\\|")[1].equals("" + victim)).toList();
    assertThat(rest).hasSizeLessThan(before.size());
    assertThat(read(1, day)).isEqualTo(rest);
    new LogCompactor(database, new HeavyDays()).run((s, d, version) -> false, () -> false);
    assertThat(read(1, day)).isEqualTo(rest);
    assertThat(count("SELECT COUNT(*) AS n FROM log_tombstone")).isZero();
    assertThat(count("SELECT version AS n FROM log_day WHERE site = 1 AND day = '" + day + "'"))
        .isEqualTo(1_000);
  }

  private int compactUntil(AtomicBoolean done, LogCompactor compactor) {
    int failures = 0;
    for (int round = 0; !done.get(); round++) {
      failures += compactOnce(compactor, round);
    }
    return failures;
  }

  private static int compactOnce(LogCompactor compactor, int round) {
    try {
      compactor.run((s, day, version) -> day.getDayOfMonth() % 4 == round % 4, () -> false);
      return 0;
    } catch (DatabaseException e) {
      return 1;
    }
  }

  /** A batch is written once: whether a commit that broke was stored is looked up. */
  private boolean tryWrite(LogBatch batch) {
    try {
      long stored =
          database.read(
              connection ->
                  Query.of(connection, "SELECT COALESCE(MAX(version), 0) AS n FROM log_day")
                      .first(row -> row.number("n"))
                      .orElse(0L));
      if (stored < batch.version()) {
        write(batch);
      }
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }

  private void write(LogBatch batch) {
    long unused = database.write(connection -> new LogWriter().write(connection, batch));
  }

  private void assertReadsLike(RandomLog log, String when) {
    for (int site = 1; site <= RandomLog.SITES; site++) {
      for (int day = 0; day < RandomLog.DAYS; day++) {
        LocalDate date = RandomLog.FIRST.plusDays(day);
        List<String> expected = log.day(site, date);
        assertThat(read(site, date)).as("%s: site %d, %s", when, site, date).isEqualTo(expected);
        assertThat(readParts(site, date)).as("%s: parts of %s", when, date).isEqualTo(expected);
      }
    }
  }

  private List<String> read(int site, LocalDate day) {
    return new LogReader(database, 1 << 20)
        .snapshot(
            snapshot -> {
              List<String> lines = new ArrayList<>();
              lines.addAll(
                  RandomLog.lines(
                      snapshot.visits(site, day, Columns.of(Table.VISIT)), Table.VISIT));
              lines.addAll(
                  RandomLog.lines(
                      snapshot.actions(site, day, Columns.of(Table.ACTION)), Table.ACTION));
              lines.sort(Comparator.naturalOrder());
              return lines;
            });
  }

  private List<String> readParts(int site, LocalDate day) {
    return new LogReader(database, 1 << 20)
        .snapshot(
            snapshot -> {
              List<String> lines = new ArrayList<>();
              for (LogPart part : snapshot.parts(site, day)) {
                lines.addAll(RandomLog.lines(part.visits(Columns.of(Table.VISIT)), Table.VISIT));
                lines.addAll(RandomLog.lines(part.actions(Columns.of(Table.ACTION)), Table.ACTION));
              }
              lines.sort(Comparator.naturalOrder());
              return lines;
            });
  }

  private long count(String sql) {
    return database.read(
        connection -> Query.of(connection, sql).first(row -> row.number("n")).orElseThrow());
  }
}
