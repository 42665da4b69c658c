package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.footfall.report.DataTable;
import org.footfall.report.Dimension;
import org.footfall.report.Report;
import org.footfall.report.Row;

/**
 * A tree as one list of its last rows, their labels led by those above them. A page's is its path;
 * a website's page follows its site's name, a download's path its host; all else is joined by
 * dashes.
 */
final class Flattening {
  private static final String DEFAULT_PAGE = "/index";

  private Flattening() {}

  /**
   * The last rows; those that are called the same there, as a site by http and https, are one.
   *
   * @param aggregates whether the rows above these are wanted, too
   */
  static List<Item> of(Report report, List<Row> rows, boolean aggregates) {
    Map<String, List<Item>> flat = new LinkedHashMap<>();
    collect(
        report,
        rows,
        List.of(),
        aggregates,
        (last, item) ->
            flat.computeIfAbsent(last + item.name(), name -> new ArrayList<>()).add(item));
    return flat.values().stream().map(Flattening::one).toList();
  }

  private static Item one(List<Item> same) {
    Item first = same.get(0);
    Row row = Row.joined(same.stream().map(Item::row).toList());
    return new Item(row, first::label, first::name, first.above());
  }

  private static void collect(
      Report report,
      List<Row> rows,
      List<Row> above,
      boolean aggregates,
      BiConsumer<Boolean, Item> into) {
    for (Row row : rows) {
      DataTable below = row.subtable().orElse(DataTable.EMPTY);
      if (below.isEmpty() || aggregates) {
        into.accept(
            below.isEmpty(),
            report.ofPages()
                ? new Item(
                    row,
                    () -> path(row, above, Row::label),
                    () -> path(row, above, Row::name),
                    above)
                : row.dimension().ofPaths()
                    ? new Item(
                        row,
                        () -> led(row, above, Row::label),
                        () -> led(row, above, Row::name),
                        above)
                    : new Item(row, () -> joined(row, above), () -> joined(row, above), above));
      }
      if (!below.isEmpty()) {
        List<Row> path = new ArrayList<>(above);
        path.add(row);
        collect(report, below.rows(), path, aggregates, into);
      }
    }
  }

  private static String path(Row page, List<Row> folders, Function<Row, String> text) {
    String name = text.apply(page);
    StringBuilder path = new StringBuilder();
    for (Row folder : folders) {
      path.append('/').append(text.apply(folder));
    }
    if (page.dimension() == Dimension.PAGE_FOLDER) {
      path.append('/');
    }
    return path.append(name.equals(DEFAULT_PAGE) ? "/" : name.trim()).toString();
  }

  /** A path led by what lies above it. */
  private static String led(Row path, List<Row> above, Function<Row, String> text) {
    String names = above.stream().map(text).collect(Collectors.joining("/"));
    return names + text.apply(path);
  }

  private static String joined(Row row, List<Row> above) {
    StringBuilder label = new StringBuilder();
    String joint = row.dimension() == Dimension.WEBSITE_PAGE ? "/" : " - ";
    for (Row parent : above) {
      label.append(parent.label()).append(joint);
    }
    return label.append(name(row)).toString();
  }

  /** What a row is called among flat ones: a website's page by its path alone. */
  static String name(Row row) {
    if (row.dimension() != Dimension.WEBSITE_PAGE) {
      return row.label();
    }
    String address = row.key();
    int host = address.indexOf("://");
    int slash = address.indexOf('/', host < 0 ? 0 : host + 3);
    String path = slash < 0 ? "" : address.substring(slash + 1);
    return path.isEmpty() || path.equals("0") ? "index" : path;
  }

  /** {@code PAGE_URL} as {@code PageUrl}: how clients call a dimension's column. */
  static String columnName(Report report, Dimension dimension) {
    StringBuilder name = new StringBuilder(report.module()).append('_');
    for (String word : dimension.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
