package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footfall.report.Row;

/**
 * Which of the sorted rows are shown.
 *
 * @param truncate rows beyond this many become one; negative for never
 * @param limit how many rows at most; negative for all
 * @param keepSummary whether the row of all others is shown beyond the limit
 * @param totals what the row that sums up all rows is called, where one is wanted
 */
record TableCut(int truncate, int offset, int limit, boolean keepSummary, Optional<String> totals) {
  private static final int USUAL_LIMIT = 100;
  private static final int LONGEST_LABEL = 250;
  private static final String OTHERS = "Others";

  static TableCut of(ApiParameters parameters) throws ApiException {
    Optional<String> totals = Optional.empty();
    if (parameters.flag("keep_totals_row")) {
      String label = parameters.text("keep_totals_row_label", "Totals");
      if (label.length() > LONGEST_LABEL) {
        throw ApiException.of(400, "The parameter 'keep_totals_row_label' is too long.");
      }
      totals = Optional.of(label);
    }
    if (parameters.flag("disable_generic_filters")) {
      return new TableCut(-1, 0, -1, false, totals);
    }
    return new TableCut(
        parameters.number("filter_truncate", -1),
        Math.max(0, parameters.number("filter_offset", 0)),
        parameters.number("filter_limit", USUAL_LIMIT),
        parameters.flag("keep_summary_row"),
        totals);
  }

  /** How many of the sorted rows, from the first on, matter to what is shown. */
  int reach() {
    boolean all = limit < 0 || truncate >= 0 || totals.isPresent() || keepSummary;
    return all ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
  }

  List<Item> apply(List<Item> sorted) {
    List<Item> items = truncated(sorted);
    int from = Math.min(offset, items.size());
    int to = limit < 0 ? items.size() : (int) Math.min(items.size(), (long) from + limit);
    List<Item> shown = new ArrayList<>(items.subList(from, to));
    Item last = items.isEmpty() ? null : items.get(items.size() - 1);
    if (keepSummary && last != null && last.row().isSummary() && to < items.size()) {
      shown.add(last);
    }
    if (totals.isPresent() && !sorted.isEmpty()) {
      shown.add(Item.of(Row.summary(totals.get(), rows(sorted, 0))));
    }
    return shown;
  }

  /** Cuts only where more than one row goes: one row is better shown than summed up. */
  private List<Item> truncated(List<Item> items) {
    if (truncate < 0 || items.size() <= (long) truncate + 1) {
      return items;
    }
    List<Item> kept = new ArrayList<>(items.subList(0, truncate));
    kept.add(Item.of(Row.summary(OTHERS, rows(items, truncate))));
    return kept;
  }

  private static List<Row> rows(List<Item> items, int from) {
    return items.subList(from, items.size()).stream().map(Item::row).toList();
  }
}
