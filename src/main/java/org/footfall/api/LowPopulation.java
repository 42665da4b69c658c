package org.footfall.api;

import java.util.List;
import java.util.Optional;

/**
 * Drops rows that are small in a column.
 *
 * @param least the smallest number that stays; 0 for two hundredths of all
 */
record LowPopulation(String column, double least) {
  private static final double SIGNIFICANT = 0.02;

  static Optional<LowPopulation> of(ApiParameters parameters) throws ApiException {
    Optional<String> column = parameters.text("filter_excludelowpop");
    if (column.isEmpty() || column.get().equals("0")) {
      return Optional.empty();
    }
    double least = parameters.decimal("filter_excludelowpop_value", 0);
    return Optional.of(new LowPopulation(column.get(), least));
  }

  List<Item> without(List<Item> items) {
    double from = least;
    if (from == 0) {
      from = SIGNIFICANT * items.stream().mapToDouble(item -> number(item)).sum();
    }
    double smallest = from;
    return items.stream().filter(item -> number(item) >= smallest).toList();
  }

  private double number(Item item) {
    return RowNumbers.of(item.row(), column);
  }
}
