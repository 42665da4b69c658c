package org.footfall.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.Row;

/** Chooses, sorts and cuts a report's rows, in the order in which Matomo applies its filters. */
final class TableFilters {
  private static final String OTHERS = "Others";

  private final Report report;
  private final TableOptions options;
  private final Limited.Looks looks;

  /**
   * @param looks how often {@code filter_pattern} may look at a character
   */
  TableFilters(Report report, TableOptions options, Limited.Looks looks) {
    this.report = report;
    this.options = options;
    this.looks = looks;
  }

  List<Item> top(DataTable table) {
    List<Row> rows = table.rows();
    if (options.idSubtable().isPresent()) {
      rows = SubtableIds.find(rows, options.idSubtable().get()).orElse(DataTable.EMPTY).rows();
    }
    rows = belonging(rows);
    List<Item> items =
        options.flat() ? Flattening.of(report, rows) : rows.stream().map(Item::of).toList();
    return options.label().isEmpty()
        ? cut(truncated(sorted(matching(items), true)))
        : labelled(items, options.label());
  }

  /** Rows below another, which are sorted like it but never cut. */
  List<Item> below(DataTable table) {
    return sorted(belonging(table.rows()).stream().map(Item::of).toList(), report.sortsBelow());
  }

  private List<Row> belonging(List<Row> rows) {
    Optional<Metric> needed = report.needed();
    return needed.isEmpty()
        ? rows
        : rows.stream().filter(row -> row.value(needed.get()) > 0).toList();
  }

  private static List<Item> labelled(List<Item> items, List<String> path) {
    for (Item item : items) {
      if (item.label().trim().equals(path.get(0)) || item.label().equals("/" + path.get(0))) {
        if (path.size() == 1) {
          return List.of(item);
        }
        List<Item> below =
            item.row().subtable().orElse(DataTable.EMPTY).rows().stream().map(Item::of).toList();
        List<Item> found = labelled(below, path.subList(1, path.size()));
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private List<Item> matching(List<Item> items) {
    if (options.pattern().isEmpty()) {
      return items;
    }
    Pattern pattern = options.pattern().get();
    return items.stream().filter(item -> Limited.finds(pattern, text(item), looks)).toList();
  }

  private String text(Item item) {
    String column = options.patternColumn();
    if (column.equals("label")) {
      return item.name();
    }
    return column.equals("url") ? item.row().key() : Double.toString(number(item.row(), column));
  }

  private List<Item> sorted(List<Item> items, boolean byDefault) {
    Optional<String> column =
        options
            .sortColumn()
            .or(() -> byDefault ? report.sortedBy().map(MatomoNames::of) : Optional.empty());
    if (column.isEmpty()) {
      return items;
    }
    Comparator<Item> byLabel = Comparator.comparing(Item::name, NaturalOrder.INSTANCE);
    Comparator<Item> order =
        column.get().equals("label")
            ? byLabel.reversed()
            : Comparator.comparingDouble((Item item) -> number(item.row(), column.get()))
                .reversed()
                .thenComparing(byLabel);
    List<Item> sorted = new ArrayList<>(items);
    boolean ascending = options.sortColumn().isPresent() && options.ascending();
    sorted.sort(ascending ? order.reversed() : order);
    return sorted;
  }

  private static double number(Row row, String column) {
    Optional<Ratio> ratio = MatomoNames.ratio(column);
    if (ratio.isPresent()) {
      return ratio.get().of(row).doubleValue();
    }
    return MatomoNames.metric(column).map(metric -> (double) row.value(metric)).orElse(0.0);
  }

  /** Cuts only where more than one row goes: one row is better shown than summed up. */
  private List<Item> truncated(List<Item> items) {
    int most = options.truncate();
    if (most < 0 || items.size() <= most + 1) {
      return items;
    }
    List<Item> kept = new ArrayList<>(items.subList(0, most));
    kept.add(Item.of(Row.summary(OTHERS, rest(items, most))));
    return kept;
  }

  private static List<Row> rest(List<Item> items, int from) {
    return items.subList(from, items.size()).stream().map(Item::row).toList();
  }

  private List<Item> cut(List<Item> items) {
    int from = Math.min(options.offset(), items.size());
    int to =
        options.limit() < 0
            ? items.size()
            : (int) Math.min(items.size(), (long) from + options.limit());
    return items.subList(from, to);
  }
}
