package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.codec.Numbers;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Segment.Texts;

/** A table with the columns that were asked for. */
final class DayTable implements LogTable {
  private final int rows;
  private final Map<Column, Object> columns;

  private DayTable(int rows, Map<Column, Object> columns) {
    this.rows = rows;
    this.columns = Map.copyOf(columns);
  }

  /**
   * Puts a table together.
   *
   * @throws DamagedSegmentException if a column of a segment is damaged
   */
  static DayTable of(MergedRows rows, Collection<Column> named) {
    Map<Column, Object> columns = new HashMap<>();
    PreviousPages previous = new PreviousPages(rows);
    LateTimings timings = new LateTimings(rows);
    for (Column column : named) {
      if (column.table() != rows.table()) {
        throw new IllegalArgumentException(column + " is not a column of " + rows.table() + ".");
      }
      if (column.equals(Columns.SITE)) {
        columns.put(column, Numbers.constant(rows.size(), rows.site()));
      } else if (column.coding() == Coding.DERIVED) {
        columns.put(column, previous.column(column));
      } else if (Columns.TIMES.contains(column)) {
        columns.put(column, timings.column(column));
      } else {
        columns.put(column, gather(column, rows));
      }
    }
    return new DayTable(rows.size(), columns);
  }

  private static Object gather(Column column, MergedRows rows) {
    return switch (column.type()) {
      case NUMBER -> numbers(column, rows);
      case TEXT -> texts(column, rows);
      case BYTES -> bytes(column, rows);
    };
  }

  static Numbers numbers(Column column, MergedRows rows) {
    if (rows.isSegment()) {
      return rows.segments().get(0).numbers(column);
    }
    if (rows.segments().stream().noneMatch(segment -> segment.holds(column))) {
      return Numbers.constant(rows.size(), 0);
    }
    long[] values = new long[rows.size()];
    int[] row = rows.rows(column);
    int[][] bySegment = rows.bySegment(column);
    for (int segment = 0; segment < bySegment.length; segment++) {
      if (bySegment[segment].length > 0) {
        Numbers stored = rows.segments().get(segment).numbers(column);
        for (int i : bySegment[segment]) {
          values[i] = stored.get(row[i]);
        }
      }
    }
    return Numbers.of(values);
  }

  static CodedTexts texts(Column column, MergedRows rows) {
    if (rows.isSegment()) {
      Texts texts = rows.segments().get(0).texts(column);
      return new CodedTexts(texts.codes(), texts.dictionary().texts());
    }
    if (rows.segments().stream().noneMatch(segment -> segment.holds(column))) {
      return new CodedTexts(Numbers.constant(rows.size(), 0), new DistinctTexts().list());
    }
    DistinctTexts distinct = new DistinctTexts();
    long[] codes = new long[rows.size()];
    int[][] bySegment = rows.bySegment(column);
    for (int segment = 0; segment < bySegment.length; segment++) {
      if (bySegment[segment].length > 0) {
        Texts stored = rows.segments().get(segment).texts(column);
        int[] known = new int[stored.dictionary().size()];
        int[] row = rows.rows(column);
        for (int i : bySegment[segment]) {
          int code = (int) stored.codes().get(row[i]);
          if (known[code] == 0) {
            known[code] = distinct.add(stored.dictionary(), code) + 1;
          }
          codes[i] = known[code] - 1L;
        }
      }
    }
    return new CodedTexts(Numbers.of(codes), distinct.list());
  }

  static ByteStrings bytes(Column column, MergedRows rows) {
    List<byte[]> values = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int segment = rows.segment(column, i);
      values.add(
          segment < 0
              ? new byte[0]
              : rows.segments().get(segment).bytes(column).get(rows.row(column, i)));
    }
    return ByteStrings.of(values);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public NumberColumn number(Column column) {
    return ((Numbers) column(column, Column.Type.NUMBER))::get;
  }

  @Override
  public TextColumn text(Column column) {
    return (TextColumn) column(column, Column.Type.TEXT);
  }

  @Override
  public BytesColumn bytes(Column column) {
    return (BytesColumn) column(column, Column.Type.BYTES);
  }

  private Object column(Column column, Column.Type type) {
    Object found = columns.get(column);
    if (found == null || column.type() != type) {
      throw new IllegalArgumentException(column + " was not read, or does not hold " + type + ".");
    }
    return found;
  }
}
