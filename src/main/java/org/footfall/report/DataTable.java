package org.footfall.report;

import java.util.List;

/** The rows of a report for one period. Immutable; the order is the report's own, not by number. */
public record DataTable(List<Row> rows) {
  /** A period without a visit. */
  public static final DataTable EMPTY = new DataTable(List.of());

  public DataTable {
    rows = List.copyOf(rows);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** How many rows there are on all levels. */
  public int size() {
    int size = rows.size();
    for (Row row : rows) {
      size += row.subtable().map(DataTable::size).orElse(0);
    }
    return size;
  }
}
