package org.footfall.visitlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.footfall.codec.Numbers;
import org.footfall.visitlog.Column.Coding;

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
    Map<Column, Numbers> codes = new HashMap<>();
    Gathering gathering = new Gathering(rows);
    PreviousPages previous = new PreviousPages(gathering);
    LateTimings timings = new LateTimings(gathering);
    for (Column column : named) {
      if (column.table() != rows.table()) {
        throw new IllegalArgumentException(column + " is not a column of " + rows.table() + ".");
      }
      if (column.equals(Columns.SITE)) {
        columns.put(column, Numbers.constant(rows.size(), rows.site()));
      } else if (column.type() == Column.Type.TEXT) {
        codes.put(
            column,
            column.coding() == Coding.DERIVED ? previous.numbers(column) : gathering.codes(column));
      } else if (column.coding() == Coding.DERIVED) {
        columns.put(column, previous.numbers(column));
      } else if (Columns.TIMES.contains(column)) {
        columns.put(column, timings.column(column));
      } else if (column.type() == Column.Type.NUMBER) {
        columns.put(column, gathering.numbers(column));
      } else {
        columns.put(column, gathering.bytes(column));
      }
    }
    codes.forEach(
        (column, of) -> columns.put(column, gathering.texts(PreviousPages.textsOf(column), of)));
    return new DayTable(rows.size(), columns);
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
