package org.footfall.report;

import java.util.List;

/**
 * The rows of a report for one period. Immutable; the order is the report's own, not by number.
 *
 * @param size how many rows there are on all levels, roughly
 * @param flat whether these are the last rows of a tree, called by their paths
 */
public record DataTable(List<Row> rows, int size, boolean flat) {
  /** A period without a visit. */
  public static final DataTable EMPTY = new DataTable(List.of());

  public DataTable {
    rows = rows instanceof LazyRows ? rows : List.copyOf(rows);
  }

  /** A table whose rows, and those below them, are there. */
  public DataTable(List<Row> rows) {
    this(rows, count(rows), false);
  }

  private static int count(List<Row> rows) {
    int size = rows.size();
    for (Row row : rows) {
      size += row.subtable().map(DataTable::size).orElse(0);
    }
    return size;
  }

  /** A number of each row, in their order. */
  public double[] values(Metric metric) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows instanceof LazyRows lazy ? lazy.value(i, metric) : rows.get(i).value(metric);
    }
    return values;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
