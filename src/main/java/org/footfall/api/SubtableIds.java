package org.footfall.api;

import java.util.List;
import java.util.Optional;
import org.footfall.report.DataTable;
import org.footfall.report.Dimension;
import org.footfall.report.Row;

/**
 * Numbers by which clients ask for the rows below a row. They are made of the row's own key, so
 * that nothing has to be remembered and a number means the same row tomorrow.
 */
final class SubtableIds {
  private SubtableIds() {}

  static int of(Row row) {
    if (row.dimension() == Dimension.REFERRER_TYPE && row.key().matches("\\d{1,3}")) {
      return Integer.parseInt(row.key());
    }
    int hash = 17;
    for (int i = 0; i < row.key().length(); i++) {
      hash = (hash * 0x01000193) ^ row.key().charAt(i);
    }
    return ((hash ^ (hash >>> 15)) * 0x2C1B3C6D) >>> 1;
  }

  /** The rows below the row of this number. */
  static Optional<DataTable> find(List<Row> rows, int id) {
    for (Row row : rows) {
      Optional<DataTable> below = row.subtable();
      if (below.isPresent()) {
        Optional<DataTable> found = of(row) == id ? below : find(below.get().rows(), id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
