package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.footfall.codec.PiecePack;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogCheckIT {
  private static final LocalDate DAY = LogTraffic.DAY;

  private Database database;
  private final List<LogDamage> found = new ArrayList<>();
  private long segmentsSeen;
  private long daysSeen;

  /** Segments 1 to 6, then two days of another site in segment 7. */
  @BeforeEach
  void fill() {
    database = TestDatabase.fresh();
    for (LogBatch batch : new LogTraffic(3, 600, 900).batches(100)) {
      write(batch);
    }
    LogBatch other = new LogBatch(0, 7);
    for (int visit = 1; visit <= 4; visit++) {
      LocalDate day = DAY.plusDays(visit % 2);
      other.visit(2, day).set(Columns.VISIT_ID, visit);
      other.action(2, day).set(Columns.ACTION_VISIT_ID, visit).set(Columns.URL, "a");
      other
          .action(2, day)
          .set(Columns.ACTION_VISIT_ID, visit)
          .set(Columns.POSITION, 1)
          .set(Columns.URL, "b");
    }
    write(other);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aHealthyLogIsCountedByLevel() {
    List<LogLevel> levels = check();
    assertThat(found).isEmpty();
    assertThat(segmentsSeen).isEqualTo(7);
    assertThat(daysSeen).isEqualTo(3);
    assertThat(levels).hasSize(1);
    assertThat(levels.get(0).segments()).isEqualTo(7);
    assertThat(levels.get(0).rows()).isEqualTo(number("SELECT SUM(row_count) FROM log_segment"));
    assertThat(levels.get(0).bytes())
        .isEqualTo(number("SELECT SUM(LENGTH(data)) FROM log_segment_group"));
  }

  @Test
  void anEmptyLogIsHealthy() {
    for (String table : List.of("log_segment", "log_segment_group", "log_segment_day", "log_day")) {
      change("DELETE FROM " + table);
    }
    assertThat(check()).isEmpty();
    assertThat(found).isEmpty();
  }

  @Test
  void moreSegmentsThanAreAskedForAtOnceAreAllLookedAt() {
    for (int version = 8; version < 460; version++) {
      LogBatch batch = new LogBatch(0, version);
      batch.visit(3, DAY.plusDays(version)).set(Columns.VISIT_ID, version);
      write(batch);
    }
    assertThat(check().get(0).segments()).isEqualTo(459);
    assertThat(found).isEmpty();
    assertThat(daysSeen).isEqualTo(455);
  }

  @Test
  void aFlippedBitIsFoundAndItsSegmentNamed() {
    byte[] bytes = part(3);
    bytes[bytes.length / 2] ^= 4;
    put(3, bytes);
    damaged("log segment 3 (shard 0, batch 3) is damaged: its checksum is wrong");
    assertThat(found.get(0).fix()).contains("log_segment (id = 3)", "from a backup");
  }

  @Test
  void aColumnThatCannotBeDecodedIsFoundThoughTheChecksumIsRight() {
    OpenSegment open = new OpenSegment(part(3));
    open.columns.get(new PiecePack.Key(Columns.USER_AGENT.id(), 0)).set(0, new byte[] {9, 0});
    replace(3, open.toBytes());
    damaged("log segment 3 (shard 0, batch 3) is damaged: numbers of layout 9");
  }

  @Test
  void aPartThatIsGoneIsFound() {
    change("DELETE FROM log_segment_group WHERE segment_id = 5");
    damaged("log segment 5 (shard 0, batch 5) has no parts");
  }

  @Test
  void aPartUnderTheWrongGroupsIsFound() {
    change("UPDATE log_segment_group SET column_groups = 6 WHERE segment_id = 5");
    damaged("log segment 5 (shard 0, batch 5) has column groups 127 where the table says 6");
  }

  @Test
  void partsOfAnotherSizeThanWasWrittenAreFound() {
    change("UPDATE log_segment SET byte_count = byte_count + 1 WHERE id = 5");
    int bytes = part(5).length;
    damaged(
        "log segment 5 (shard 0, batch 5) has parts of %d bytes where %d were written",
        bytes, bytes + 1);
  }

  @Test
  void partsWithoutTheirSegmentAreFoundAndSoIsTheIndexOfThem() {
    change("DELETE FROM log_segment WHERE id = 6");
    check();
    assertThat(found)
        .extracting(LogDamage::what)
        .startsWith(
            "log segment 6 is not there, but parts of it are",
            "log segment 6 is in the index, but is not there");
    mend(0, 1);
  }

  @Test
  void wrongCountsInTheIndexAreFoundAndTheFixMendsThem() {
    change("UPDATE log_segment_day SET visits = visits + 1, actions = 0 WHERE segment_id = 2");
    damaged(
        "log segment 2 (shard 0, batch 2) has %d visits and 100 actions of site 1, 2026-11-20,"
            + " but the index says %d visits and 0 actions",
        visitsOf(2), visitsOf(2) + 1);
    mend(0);
  }

  @Test
  void daysThatTheIndexDoesNotKnowOrInventsAreFoundAndTheFixMendsThem() {
    change(
        "UPDATE log_segment_day SET day = '2026-12-01' WHERE segment_id = 7 AND site = 2 LIMIT 1");
    check();
    assertThat(found)
        .extracting(LogDamage::what)
        .containsExactly(
            "log segment 7 (shard 0, batch 7) has 2 visits and 4 actions of site 2, 2026-11-20,"
                + " but the index does not know it",
            "log segment 7 (shard 0, batch 7) has nothing of site 2, 2026-12-01, but the index says"
                + " it has",
            "site 2, 2026-12-01 has segments, but is not in log_day; reports of it are empty or"
                + " old");
    mend(0, 1);
  }

  @Test
  void aWrongCountOfRowsIsFoundAndTheFixMendsIt() {
    change("UPDATE log_segment SET row_count = 1 WHERE id = 7");
    damaged("log segment 7 (shard 0, batch 7) has 12 rows where the table says 1");
    mend(0);
  }

  @Test
  void daysMissingFromLogDayAndOldOnesAreFoundAndTheFixMendsThem() {
    change("DELETE FROM log_day WHERE site = 1");
    change("UPDATE log_day SET version = 6 WHERE site = 2 AND day = '2026-11-21'");
    check();
    assertThat(found)
        .extracting(LogDamage::what)
        .containsExactly(
            "site 1, 2026-11-20 has segments, but is not in log_day; reports of it are empty or"
                + " old",
            "site 2, 2026-11-21 has segments that are newer than log_day says; reports of it are"
                + " empty or old");
    mend(0, 1);
    assertThat(number("SELECT version FROM log_day WHERE site = 1")).isEqualTo(6);
  }

  @Test
  void rowsOutOfOrderAreFound() {
    byte[] good = part(7);
    replace(7, new OpenSegment(good).without(Columns.POSITION).toBytes());
    check();
    assertThat(found)
        .extracting(LogDamage::what)
        .containsExactly(
            "log segment 7 (shard 0, batch 7) has actions of site 2, 2026-11-20 out of order, from"
                + " row 1 on",
            "log segment 7 (shard 0, batch 7) has actions of site 2, 2026-11-21 out of order, from"
                + " row 5 on");
    replace(7, new OpenSegment(good).without(Columns.VISIT_ID).toBytes());
    check();
    assertThat(found)
        .extracting(LogDamage::what)
        .containsExactly(
            "log segment 7 (shard 0, batch 7) has visits of site 2, 2026-11-20 out of order, from"
                + " row 1 on",
            "log segment 7 (shard 0, batch 7) has visits of site 2, 2026-11-21 out of order, from"
                + " row 3 on");
  }

  @Test
  void actionsWithoutTheirVisitAreFound() {
    LogBatch batch = new LogBatch(0, 8);
    batch.action(2, DAY).set(Columns.ACTION_VISIT_ID, 77).set(Columns.URL, "c");
    batch.action(2, DAY).set(Columns.ACTION_VISIT_ID, 1).set(Columns.URL, "c");
    write(batch);
    damaged("site 2, 2026-11-20 has 2 actions of visits that are not there");
  }

  @Test
  void allDamageIsToldAtOnce() {
    put(1, new byte[0]);
    change("DELETE FROM log_segment_group WHERE segment_id = 2");
    change("DELETE FROM log_day WHERE site = 2");
    check();
    assertThat(found).hasSize(4);
    assertThat(segmentsSeen).isEqualTo(7);
  }

  @FormatMethod
  private void damaged(String what, Object... values) {
    check();
    assertThat(found).extracting(LogDamage::what).containsExactly(what.formatted(values));
  }

  /** Does what the fixes say, and nothing is left to mend. */
  private void mend(int... numbers) {
    for (int number : numbers) {
      String fix = found.get(number).fix();
      change(fix.replaceFirst("^.*?(?=REPLACE|DELETE|UPDATE)", "").replaceFirst(";$", ""));
    }
    check();
    assertThat(found)
        .extracting(LogDamage::what)
        .allSatisfy(what -> assertThat(what).contains("actions of visits that are not there"));
  }

  private List<LogLevel> check() {
    found.clear();
    segmentsSeen = 0;
    daysSeen = 0;
    return new LogCheck(
            database,
            new LogCheck.Watcher() {
              @Override
              public void segments(long done, long all) {
                assertThat(done).isEqualTo(segmentsSeen + 1).isLessThanOrEqualTo(all);
                segmentsSeen = done;
              }

              @Override
              public void days(long done) {
                daysSeen = done;
              }

              @Override
              public void found(LogDamage damage) {
                found.add(damage);
              }
            })
        .run();
  }

  private void write(LogBatch batch) {
    database.write(c -> new LogWriter().write(c, batch));
  }

  private byte[] part(long segment) {
    return database.read(
        c ->
            Query.of(c, "SELECT data FROM log_segment_group WHERE segment_id = ?")
                .bind(segment)
                .first(row -> row.bytes("data"))
                .orElseThrow());
  }

  private void put(long segment, byte[] bytes) {
    database.change("UPDATE log_segment_group SET data = ? WHERE segment_id = ?", bytes, segment);
  }

  private void replace(long segment, byte[] bytes) {
    put(segment, bytes);
    database.change("UPDATE log_segment SET byte_count = ? WHERE id = ?", bytes.length, segment);
  }

  private void change(String sql) {
    assertThat(database.change(sql)).as(sql).isPositive();
  }

  private long visitsOf(long segment) {
    return Segments.decode(0, segment, part(segment)).days().rows(Column.Table.VISIT);
  }

  private long number(String sql) {
    return database.read(
        c ->
            Query.of(c, sql.replaceFirst("SELECT (.*?) FROM", "SELECT $1 AS n FROM"))
                .first(row -> row.number("n"))
                .orElseThrow());
  }
}
