package org.footfall.api;

import java.util.List;
import java.util.OptionalInt;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Row;

/**
 * Whose conversions a client asks for.
 *
 * @param goal a goal's number, or orders or carts; all goals when empty
 */
record WantedGoal(OptionalInt goal) {
  static WantedGoal of(ApiParameters parameters) throws ApiException {
    String text = parameters.text("idGoal", "");
    return new WantedGoal(
        switch (text) {
          case "", "0", "false" -> OptionalInt.empty();
          case "ecommerceOrder" -> OptionalInt.of(GoalColumns.ORDER);
          case "ecommerceAbandonedCart" -> OptionalInt.of(GoalColumns.CART);
          default -> OptionalInt.of(parameters.number("idGoal", 0));
        });
  }

  /** The rows of a table with these conversions alone; none where nobody met the goal. */
  DataTable only(DataTable table) {
    List<Row> rows = table.rows().stream().map(this::only).toList();
    return rows.stream().anyMatch(row -> row.value(Metric.CONVERSIONS) > 0)
        ? new DataTable(rows)
        : DataTable.EMPTY;
  }

  /** Of all goals orders are none. */
  private Row only(Row row) {
    return row.with(
        Metric.CONVERSIONS,
        goal.isPresent()
            ? row.goals().getOrDefault(goal.getAsInt(), Row.nothing()).value(Metric.CONVERSIONS)
            : row.goals().tailMap(GoalColumns.ORDER + 1).values().stream()
                .mapToLong(one -> one.value(Metric.CONVERSIONS))
                .sum());
  }
}
