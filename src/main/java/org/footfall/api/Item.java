package org.footfall.api;

import java.util.List;
import org.footfall.report.Row;

/**
 * A row on its way to the answer.
 *
 * @param label what it is called there
 * @param name what it is sorted by there
 * @param above the rows it was lifted out of when the table was flattened, from the top
 */
record Item(Row row, String label, String name, List<Row> above) {
  static Item of(Row row) {
    return new Item(row, row.label(), row.name(), List.of());
  }
}
