package org.footfall.api;

import java.util.List;
import java.util.function.Supplier;
import org.footfall.report.Row;

/** A row on its way to the answer. What it is called is made up when somebody asks. */
final class Item {
  private final Row row;
  private final Supplier<String> label;
  private final Supplier<String> name;
  private final List<Row> above;

  /**
   * @param label what it is called there
   * @param name what it is sorted by there
   * @param above the rows it was lifted out of when the table was flattened, from the top
   */
  Item(Row row, Supplier<String> label, Supplier<String> name, List<Row> above) {
    this.row = row;
    this.label = label;
    this.name = name;
    this.above = above;
  }

  static Item of(Row row) {
    return new Item(row, row::label, row::name, List.of());
  }

  Row row() {
    return row;
  }

  String label() {
    return label.get();
  }

  String name() {
    return name.get();
  }

  List<Row> above() {
    return above;
  }
}
