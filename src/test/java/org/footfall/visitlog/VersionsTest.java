package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.footfall.visitlog.Column.Table;
import org.junit.jupiter.api.Test;

class VersionsTest {
  private static final int DAY = Math.toIntExact(LogTraffic.DAY.toEpochDay());

  @Test
  void theHighestVersionOfAVisitCountsInWhateverOrderSegmentsWereStored() {
    List<LogBatch> batches = new ArrayList<>();
    batches.add(visit(1, false, 10, "fr"));
    batches.add(visit(2, true, 20, ""));
    batches.add(visit(3, false, 30, "de"));
    batches.add(visit(4, true, 40, ""));
    Random random = new Random(3);
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(batches, random);
      LogTable read = visits(Segments.of(batches));
      assertThat(read.rows()).isEqualTo(1);
      assertThat(read.number(Columns.TOTAL_SECONDS).get(0)).isEqualTo(40);
      assertThat(read.text(Columns.COUNTRY).get(0)).isEqualTo("de");
    }
  }

  @Test
  void aVisitWhoseWholeRowIsLostIsLeftOut() {
    LogBatch lost = visit(1, false, 10, "fr");
    LogBatch kept = visit(2, true, 20, "");
    assertThat(visits(Segments.of(List.of(lost, kept))).rows()).isEqualTo(1);
    assertThat(visits(Segments.of(List.of(kept))).rows()).isZero();
  }

  @Test
  void anActionToldAgainReplacesTheEarlierOne() {
    List<LogBatch> batches = new ArrayList<>();
    for (int version = 1; version <= 3; version++) {
      LogBatch batch = new LogBatch(0, version);
      for (int position = version - 1; position < 3; position++) {
        batch
            .action(1, LogTraffic.DAY)
            .set(Columns.ACTION_VISIT_ID, 7)
            .set(Columns.POSITION, position)
            .set(Columns.KIND, 1)
            .set(Columns.URL, "v" + version + "/" + position);
      }
      batches.add(batch);
    }
    LogTable read =
        Segments.table(
            Table.ACTION, Segments.of(batches), 1, DAY, List.of(Columns.URL, Columns.PREVIOUS_URL));
    assertThat(all(read, Columns.URL)).containsExactly("v1/0", "v2/1", "v3/2");
    assertThat(all(read, Columns.PREVIOUS_URL)).containsExactly("", "v1/0", "v2/1");
  }

  @Test
  void thePageBeforeIsTheNearestEarlierPageOrSearchOfTheVisit() {
    int[] kinds = {1, 10, 2, 8, 10, 1};
    LogBatch batch = new LogBatch(0, 1);
    for (int visit = 1; visit <= 2; visit++) {
      for (int position = 0; position < kinds.length; position++) {
        batch
            .action(1, LogTraffic.DAY)
            .set(Columns.ACTION_VISIT_ID, visit)
            .set(Columns.POSITION, position)
            .set(Columns.KIND, kinds[position])
            .set(Columns.URL_PREFIX, position)
            .set(Columns.URL, kinds[position] == 8 ? "" : "u" + position)
            .set(Columns.TITLE, "t" + position);
      }
    }
    LogTable read =
        Segments.table(Table.ACTION, Segments.of(List.of(batch)), 1, DAY, Columns.of(Table.ACTION));
    List<String> urls = List.of("", "u0", "u0", "u0", "", "");
    List<String> titles = List.of("", "t0", "t0", "t0", "", "");
    List<String> searches = List.of("", "", "", "", "t3", "t3");
    for (int row = 0; row < 12; row++) {
      assertThat(read.text(Columns.PREVIOUS_URL).get(row)).isEqualTo(urls.get(row % 6));
      assertThat(read.text(Columns.PREVIOUS_TITLE).get(row)).isEqualTo(titles.get(row % 6));
      assertThat(read.text(Columns.PREVIOUS_SEARCH).get(row)).isEqualTo(searches.get(row % 6));
      assertThat(read.number(Columns.PREVIOUS_URL_PREFIX).get(row)).isEqualTo(row % 6 > 3 ? 3 : 0);
    }
  }

  @Test
  void batchesOfAnySizeGiveTheSameDay() {
    List<String> expected = day(5_000);
    assertThat(expected).hasSizeGreaterThan(700);
    for (int size : new int[] {1, 7, 250}) {
      assertThat(day(size)).as("batches of %d", size).isEqualTo(expected);
    }
  }

  private static List<String> day(int size) {
    List<Segment> segments = Segments.of(new LogTraffic(9, 600, 900).batches(size));
    List<String> lines = new ArrayList<>();
    for (Table table : List.of(Table.ACTION, Table.VISIT)) {
      LogTable read = Segments.table(table, segments, 1, DAY, Columns.of(table));
      for (int row = 0; row < read.rows(); row++) {
        StringBuilder line = new StringBuilder();
        for (Column column : Columns.of(table)) {
          switch (column.type()) {
            case NUMBER -> line.append(read.number(column).get(row));
            case TEXT -> line.append(read.text(column).get(row));
            case BYTES -> line.append(Arrays.toString(read.bytes(column).get(row)));
          }
          line.append('|');
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static LogTable visits(List<Segment> segments) {
    return Segments.table(
        Table.VISIT, segments, 1, DAY, List.of(Columns.TOTAL_SECONDS, Columns.COUNTRY));
  }

  private static List<String> all(LogTable table, Column column) {
    return IntStream.range(0, table.rows()).mapToObj(table.text(column)::get).toList();
  }

  private static LogBatch visit(long version, boolean growth, long seconds, String country) {
    LogBatch batch = new LogBatch(0, version);
    RowAppender row =
        growth ? batch.visitGrowth(1, LogTraffic.DAY) : batch.visit(1, LogTraffic.DAY);
    row.set(Columns.VISIT_ID, 7).set(Columns.TOTAL_SECONDS, seconds).set(Columns.COUNTRY, country);
    return batch;
  }
}
