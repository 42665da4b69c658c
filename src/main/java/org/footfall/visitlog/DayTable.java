package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Table;

/** A table of one site and day with the columns that were asked for. */
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
   * @param segments those with rows of the site and day, the highest version first
   * @param day days since 1970-01-01
   * @throws DamagedSegmentException if a column of one of them is damaged
   */
  static DayTable of(
      Table table, List<Segment> segments, int site, int day, Collection<Column> named) {
    MergedRows rows =
        table == Table.VISIT
            ? MergedRows.visits(segments, site, day)
            : MergedRows.actions(segments, site, day);
    Map<Column, Object> columns = new HashMap<>();
    PreviousPages previous = new PreviousPages(rows);
    for (Column column : named) {
      if (column.table() != table) {
        throw new IllegalArgumentException(column + " is not a column of " + table + ".");
      }
      if (column.equals(Columns.SITE)) {
        columns.put(column, Numbers.constant(rows.size(), site));
      } else if (column.coding() == Coding.DERIVED) {
        columns.put(column, previous.column(column));
      } else {
        columns.put(column, gather(column, rows));
      }
    }
    return new DayTable(rows.size(), columns);
  }

  private static Object gather(Column column, MergedRows rows) {
    return switch (column.type()) {
      case NUMBER -> numbers(column, rows);
      case TEXT -> MergedTexts.of(column, rows);
      case BYTES -> bytes(column, rows);
    };
  }

  static Numbers numbers(Column column, MergedRows rows) {
    Numbers[] stored = new Numbers[rows.segments().size()];
    long[] values = new long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      int segment = rows.segment(column, i);
      if (stored[segment] == null) {
        stored[segment] = rows.segments().get(segment).numbers(column);
      }
      values[i] = stored[segment].get(rows.row(column, i));
    }
    return Numbers.of(values);
  }

  private static ByteStrings bytes(Column column, MergedRows rows) {
    List<byte[]> values = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Segment segment = rows.segments().get(rows.segment(column, i));
      values.add(segment.bytes(column).get(rows.row(column, i)));
    }
    return ByteStrings.of(values);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public NumberColumn number(Column column) {
    return (NumberColumn) column(column, Column.Type.NUMBER);
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
