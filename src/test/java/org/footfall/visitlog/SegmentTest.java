package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Table;
import org.junit.jupiter.api.Test;

class SegmentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "shop.example/",
          "shop.example/ä",
          "日本語",
          "😀 smile",
          "a\u0000b",
          "zZ09aA",
          "0",
          "00",
          "0123456789",
          "0123456789a",
          "x".repeat(3_000),
          "\uD800",
          "%E4",
          "en-us");

  /** A row as it was set: by column, what the reader must give. */
  private record Row(int site, int day, long visit, long position, TreeMap<Integer, Object> values)
      implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int byVisit = Long.compare(visit, other.visit);
      return byVisit != 0 ? byVisit : Long.compare(position, other.position);
    }
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
    Random random = new Random(seed);
    LogBatch batch = new LogBatch(3, 77);
    List<Row> visits = new ArrayList<>();
    List<Row> actions = new ArrayList<>();
    int kinds = 1 + random.nextInt(Columns.ALL.size());
    for (int i = 0; i < size; i++) {
      visits.add(append(batch, Table.VISIT, i, random, kinds));
      actions.add(append(batch, Table.ACTION, i, random, kinds));
    }
    Segment segment = Segments.of(batch);
    for (int site = 1; site <= 3; site++) {
      for (int day = 0; day < 2; day++) {
        check(Table.VISIT, segment, visits, site, day);
        check(Table.ACTION, segment, actions, site, day);
      }
    }
  }

  private static Row append(LogBatch batch, Table table, int i, Random random, int kinds) {
    int site = 1 + random.nextInt(3);
    int day = random.nextInt(2);
    boolean visit = table == Table.VISIT;
    long id = visit ? i - 5L : random.nextInt(1 + i / 2);
    long position = visit ? 0 : i;
    TreeMap<Integer, Object> values = new TreeMap<>();
    RowAppender row =
        visit ? batch.visit(site, DAY.plusDays(day)) : batch.action(site, DAY.plusDays(day));
    for (Column column : Columns.of(table)) {
      if (column.coding() == Coding.DERIVED) {
        continue;
      }
      if (column.equals(Columns.VISIT_ID) || column.equals(Columns.ACTION_VISIT_ID)) {
        row.set(column, id);
        values.put(column.id(), id);
      } else if (column.equals(Columns.POSITION)) {
        row.set(column, position);
        values.put(column.id(), position);
      } else if (random.nextInt(Columns.ALL.size()) < kinds) {
        values.put(column.id(), set(row, column, random));
      }
    }
    return new Row(site, day, id, position, values);
  }

  private static Object set(RowAppender row, Column column, Random random) {
    switch (column.type()) {
      case NUMBER -> {
        long value =
            switch (random.nextInt(5)) {
              case 0 -> random.nextLong();
              case 1 -> -random.nextInt(1_000);
              case 2 -> 0;
              case 3 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
              default -> random.nextInt(20);
            };
        row.set(column, value);
        return value;
      }
      case TEXT -> {
        String value = TEXTS.get(random.nextInt(TEXTS.size()));
        row.set(column, value);
        return value.equals("\uD800") ? "?" : value;
      }
      default -> {
        byte[] value = new byte[random.nextInt(17)];
        random.nextBytes(value);
        row.set(column, value);
        return value;
      }
    }
  }

  private static void check(Table table, Segment segment, List<Row> all, int site, int day) {
    List<Row> rows = all.stream().filter(r -> r.site == site && r.day == day).sorted().toList();
    int epochDay = (int) DAY.plusDays(day).toEpochDay();
    LogTable read = Segments.table(table, List.of(segment), site, epochDay, Columns.of(table));
    assertThat(read.rows()).isEqualTo(rows.size());
    for (Column column : Columns.of(table)) {
      if (column.coding() == Coding.DERIVED) {
        continue;
      }
      for (int i = 0; i < rows.size(); i++) {
        Object expected = rows.get(i).values.get(column.id());
        switch (column.type()) {
          case NUMBER ->
              assertThat(read.number(column).get(i))
                  .as("%s of row %d", column, i)
                  .isEqualTo(expected == null ? 0L : expected);
          case TEXT ->
              assertThat(read.text(column).get(i))
                  .as("%s of row %d", column, i)
                  .isEqualTo(expected == null ? "" : expected);
          default ->
              assertThat(read.bytes(column).get(i))
                  .as("%s of row %d", column, i)
                  .isEqualTo(expected == null ? new byte[0] : expected);
        }
      }
    }
  }

  @Test
  void equalTextsHaveOneCodeAndEveryCodeARow() {
    List<LogBatch> batches = new ArrayList<>();
    String[] urls = {"b", "", "a", "b", "c", "a", ""};
    for (int i = 0; i < urls.length; i++) {
      LogBatch batch = new LogBatch(0, i + 1);
      batch
          .action(1, DAY)
          .set(Columns.ACTION_VISIT_ID, 1)
          .set(Columns.POSITION, i)
          .set(Columns.URL, urls[i])
          .set(Columns.PAGE_VIEW_ID, urls[i]);
      batches.add(batch);
    }
    LogTable read =
        Segments.table(
            Table.ACTION,
            Segments.of(batches),
            1,
            (int) DAY.toEpochDay(),
            List.of(Columns.URL, Columns.PAGE_VIEW_ID));
    for (Column column : List.of(Columns.URL, Columns.PAGE_VIEW_ID)) {
      TextColumn texts = read.text(column);
      assertThat(texts.codes()).isEqualTo(4);
      for (int i = 0; i < urls.length; i++) {
        assertThat(texts.get(i)).isEqualTo(urls[i]);
        assertThat(texts.code(i)).isEqualTo(texts.code(Arrays.asList(urls).indexOf(urls[i])));
      }
    }
  }

  @Test
  void theSameVisitTwiceInABatchIsRefused() {
    LogBatch batch = new LogBatch(0, 1);
    batch.visit(1, DAY).set(Columns.VISIT_ID, 5);
    batch.visitGrowth(1, DAY).set(Columns.VISIT_ID, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Segments.encode(batch))
        .withMessageContaining("visit_id 5");
  }

  @Test
  void columnsOfAnotherTableTypeOrOriginAreRefused() {
    RowAppender visit = new LogBatch(0, 1).visit(1, DAY);
    assertThatIllegalArgumentException().isThrownBy(() -> visit.set(Columns.TIME, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> visit.set(Columns.COUNTRY, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> visit.set(Columns.SITE, 1));
  }
}
