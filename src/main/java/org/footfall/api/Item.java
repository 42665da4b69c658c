package org.footfall.api;

import java.util.List;
import org.footfall.report.Row;

/**
 * A row on its way to the answer.
 *
 * @param above the rows it was lifted out of when the table was flattened, from the top
 * @param label what it is called there
 */
record Item(Row row, String label, List<Row> above) {
  static Item of(Row row) {
    return new Item(row, row.label(), List.of());
  }
}
