package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.SegmentDays.Entry;
import org.junit.jupiter.api.Test;

/** Segments of every format ever written stay readable. The files are never written again. */
class GoldenSegmentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final List<String> TEXTS =
      List.of("shop.example/a", "shop.example/b?q=ä", "", "日本語 😀", "Tab\tin it", "Zz09aA");

  @Test
  void aSegmentOfFormatOneIsRead() throws IOException {
    String expected = new String(resource("segment-format-1.txt"), StandardCharsets.UTF_8);
    assertThat(dump(Segments.decode(3, 42, resource("segment-format-1.bin")))).isEqualTo(expected);
    assertThat(dump(Segments.of(batch()))).isEqualTo(expected);
  }

  /** Every column with several values, rows that grew, several sites and days. */
  private static LogBatch batch() {
    LogBatch batch = new LogBatch(3, 42);
    for (int i = 0; i < 24; i++) {
      int site = 1 + i % 2;
      LocalDate day = DAY.plusDays(i / 2 % 2);
      fill(i % 3 == 2 ? batch.visitGrowth(site, day) : batch.visit(site, day), Table.VISIT, i, i);
      for (int position = 0; position <= i % 4; position++) {
        fill(batch.action(site, day), Table.ACTION, i, position);
      }
    }
    return batch;
  }

  /** Whether the column was there when the file was written. */
  private static boolean isOfFirst(Column column) {
    return column.id() <= 14 || (column.id() > 100 && column.id() <= 140);
  }

  private static void fill(RowAppender row, Table table, int visit, int n) {
    for (Column column : Columns.of(table)) {
      if (column.coding() == Coding.DERIVED || !isOfFirst(column)) {
        continue;
      }
      int mixed = visit * 31 + n * 7 + column.id();
      if (column.equals(Columns.VISIT_ID) || column.equals(Columns.ACTION_VISIT_ID)) {
        row.set(column, visit);
      } else if (column.equals(Columns.POSITION)) {
        row.set(column, n);
      } else if (column.type() == Column.Type.NUMBER) {
        row.set(column, mixed % 5 == 0 ? 0 : (mixed * 0x9e3779b97f4a7c15L) >> (mixed % 60));
      } else if (column.type() == Column.Type.TEXT) {
        row.set(column, TEXTS.get(mixed % TEXTS.size()));
      } else {
        row.set(column, new byte[] {(byte) mixed, 2, 3, 4});
      }
    }
  }

  private static String dump(Segment segment) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : segment.days().entries()) {
      for (Table table : List.of(Table.VISIT, Table.ACTION)) {
        List<Column> columns =
            Columns.of(table).stream().filter(GoldenSegmentTest::isOfFirst).toList();
        LogTable read = Segments.table(table, List.of(segment), entry.site(), entry.day(), columns);
        text.append(entry.site()).append(' ').append(entry.day()).append(' ').append(table);
        text.append('\n');
        for (int row = 0; row < read.rows(); row++) {
          for (Column column : columns) {
            text.append(value(column, read, row)).append('|');
          }
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String value(Column column, LogTable read, int row) {
    return switch (column.type()) {
      case NUMBER -> Long.toString(read.number(column).get(row));
      case TEXT -> read.text(column).get(row);
      case BYTES -> HexFormat.of().formatHex(read.bytes(column).get(row));
    };
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GoldenSegmentTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
