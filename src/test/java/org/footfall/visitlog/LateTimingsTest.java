package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.codec.Told;
import org.junit.jupiter.api.Test;

class LateTimingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final int PAGE_VIEW = 1;
  private static final int LATE = 101;

  private final LogBatch first = new LogBatch(0, 1);
  private final LogBatch second = new LogBatch(0, 2);

  private static RowAppender row(LogBatch batch, long visit, int position, int kind, String page) {
    return batch
        .action(1, DAY)
        .set(Columns.ACTION_VISIT_ID, visit)
        .set(Columns.POSITION, position)
        .set(Columns.KIND, kind)
        .set(Columns.PAGE_VIEW_ID, page);
  }

  private List<Long> read(Column column) {
    LogTable table =
        Segments.table(
            Column.Table.ACTION,
            Segments.of(List.of(first, second)),
            1,
            (int) DAY.toEpochDay(),
            List.of(column));
    NumberColumn numbers = table.number(column);
    return IntStream.range(0, table.rows()).mapToObj(numbers::get).toList();
  }

  private static RowAppender serverTime(RowAppender row, long millis) {
    return row.set(Columns.TIME_SERVER, Told.number(millis));
  }

  @Test
  void aPageViewHasWhatWasToldLastOfIt() {
    serverTime(row(first, 7, 0, PAGE_VIEW, "aaaaaa"), 10).set(Columns.TIME_NETWORK, 5);
    row(first, 7, 1, PAGE_VIEW, "bbbbbb");
    serverTime(row(first, 7, 2, LATE, "aaaaaa"), 20);
    serverTime(row(second, 7, 3, LATE, "bbbbbb"), 0);
    serverTime(row(second, 7, 4, LATE, "aaaaaa"), 30);
    assertThat(read(Columns.TIME_SERVER)).containsExactly(31L, 1L, 21L, 1L, 31L);
    assertThat(read(Columns.TIME_NETWORK)).containsExactly(5L, 0L, 0L, 0L, 0L);
  }

  @Test
  void timingsBelongToThePageViewBeforeThemInTheirOwnVisit() {
    row(first, 7, 0, PAGE_VIEW, "aaaaaa");
    row(first, 7, 1, PAGE_VIEW, "aaaaaa");
    serverTime(row(first, 7, 2, LATE, "aaaaaa"), 8);
    serverTime(row(first, 8, 0, LATE, "aaaaaa"), 9);
    row(first, 8, 1, PAGE_VIEW, "aaaaaa");
    assertThat(read(Columns.TIME_SERVER)).containsExactly(0L, 9L, 9L, 10L, 0L);
  }

  @Test
  void theRowsThemselvesStayAsTheyAreStored() {
    row(first, 7, 0, PAGE_VIEW, "aaaaaa");
    serverTime(row(first, 7, 1, LATE, "aaaaaa"), 8);
    List<Segment> segments = Segments.of(List.of(first));
    MergedRows rows =
        MergedRows.of(Column.Table.ACTION, segments, 1, (int) DAY.toEpochDay(), ErasedVisits.NONE);
    assertThat(new Gathering(rows).numbers(Columns.TIME_SERVER).get(0)).isZero();
    assertThat(read(Columns.TIME_SERVER)).containsExactly(9L, 9L);
  }
}
