package org.footfall.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Report;
import org.footfall.report.Row;

/** Chooses, sorts and cuts a report's rows, in the order in which Matomo applies its filters. */
final class TableFilters {
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
    Optional<Metric> only = onlyRanked(table);
    if (only.isPresent()) {
      boolean ascending = options.sortColumn().isPresent() && options.ascending();
      IntFunction<Item> items = index -> Item.of(table.rows().get(index));
      List<Item> first =
          new Ranking(items, table.values(only.get()), ascending).first(options.cut().reach());
      return options.cut().apply(first);
    }
    List<Row> rows = table.rows();
    if (options.idSubtable().isPresent()) {
      rows = SubtableIds.find(rows, options.idSubtable().get()).orElse(DataTable.EMPTY).rows();
    }
    rows = belonging(rows);
    List<Item> items =
        options.flat() && !table.flat()
            ? Flattening.of(report, rows, options.aggregates())
            : rows.stream().map(Item::of).toList();
    if (!options.labels().isEmpty()) {
      return options.labels().stream().flatMap(path -> labelled(items, path).stream()).toList();
    }
    return options.cut().apply(sorted(matching(items), true, options.cut().reach()));
  }

  /**
   * The metric by which a long list is ranked, where its first rows are all that is wanted of it:
   * then nothing is made of the others.
   */
  private Optional<Metric> onlyRanked(DataTable table) {
    boolean whole =
        table.flat()
            && report.needed().isEmpty()
            && options.labels().isEmpty()
            && options.idSubtable().isEmpty()
            && options.match().isEmpty()
            && options.matchBelow().isEmpty()
            && options.lowPopulation().isEmpty()
            && options.style().added() != LineStyle.Added.PROCESSED
            && options.cut().reach() < table.rows().size();
    if (!whole) {
      return Optional.empty();
    }
    Optional<String> column = options.sortColumn().or(() -> report.sortedBy().map(MatomoNames::of));
    return column.filter(name -> MatomoNames.ratio(name).isEmpty()).flatMap(MatomoNames::metric);
  }

  /** Rows below another, which are sorted like it but never cut. */
  List<Item> below(DataTable table) {
    List<Item> items = belonging(table.rows()).stream().map(Item::of).toList();
    return sorted(matchingBelow(items), report.sortsBelow(), Integer.MAX_VALUE);
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
    List<Item> kept = matchingBelow(items);
    if (options.match().isPresent()) {
      RowMatch match = options.match().get();
      kept = kept.stream().filter(item -> match.matches(item, looks)).toList();
    }
    if (options.lowPopulation().isPresent()) {
      kept = options.lowPopulation().get().without(kept);
    }
    if (options.style().added() == LineStyle.Added.PROCESSED && !report.hasConstantRows()) {
      kept = kept.stream().filter(item -> item.row().value(Metric.VISITS) > 0).toList();
    }
    return kept;
  }

  /** A row stays for itself or for what lies below it. */
  private List<Item> matchingBelow(List<Item> items) {
    if (options.matchBelow().isEmpty()) {
      return items;
    }
    RowMatch match = options.matchBelow().get();
    return items.stream().filter(item -> matches(item, match)).toList();
  }

  private boolean matches(Item item, RowMatch match) {
    return match.matches(item, looks)
        || item.row().subtable().orElse(DataTable.EMPTY).rows().stream()
            .anyMatch(row -> matches(Item.of(row), match));
  }

  /**
   * What rows are sorted by when nobody asks for something: pages by their visits, also those that
   * visits began or ended with.
   */
  private Optional<Metric> usual() {
    return report.ofPages() ? Optional.of(Metric.VISITS) : report.sortedBy();
  }

  /**
   * @param reach how many rows from the first on will be looked at
   */
  private List<Item> sorted(List<Item> items, boolean byDefault, int reach) {
    Optional<String> column =
        options.sortColumn().or(() -> byDefault ? usual().map(MatomoNames::of) : Optional.empty());
    if (column.isEmpty()) {
      return items;
    }
    boolean ascending = options.sortColumn().isPresent() && options.ascending();
    if (column.get().equals("label")) {
      Comparator<Item> byLabel = Comparator.comparing(Item::name, NaturalOrder.INSTANCE);
      List<Item> sorted = new ArrayList<>(items);
      sorted.sort(ascending ? byLabel : byLabel.reversed());
      return sorted;
    }
    ToDoubleFunction<Row> number = RowNumbers.reader(column.get());
    double[] numbers =
        items.stream().mapToDouble(item -> number.applyAsDouble(item.row())).toArray();
    return new Ranking(items::get, numbers, ascending).first(reach);
  }
}
