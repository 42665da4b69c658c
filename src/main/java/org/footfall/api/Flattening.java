package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.footfall.report.DataTable;
import org.footfall.report.Dimension;
import org.footfall.report.Report;
import org.footfall.report.Row;

/**
 * A tree as one list of its last rows, their labels led by those above them. A page's is its path;
 * a website's page follows its site's name; all else is joined by dashes.
 */
final class Flattening {
  private static final String DEFAULT_PAGE = "/index";

  private Flattening() {}

  static List<Item> of(Report report, List<Row> rows) {
    List<Item> flat = new ArrayList<>();
    collect(report, rows, List.of(), flat);
    return flat;
  }

  private static void collect(Report report, List<Row> rows, List<Row> above, List<Item> into) {
    for (Row row : rows) {
      DataTable below = row.subtable().orElse(DataTable.EMPTY);
      if (below.isEmpty()) {
        into.add(new Item(row, report.ofPages() ? path(row, above) : joined(row, above), above));
      } else {
        List<Row> path = new ArrayList<>(above);
        path.add(row);
        collect(report, below.rows(), path, into);
      }
    }
  }

  private static String path(Row page, List<Row> folders) {
    String name = page.label().equals(DEFAULT_PAGE) ? "/" : page.label().trim();
    StringBuilder path = new StringBuilder();
    for (Row folder : folders) {
      path.append('/').append(folder.label());
    }
    return path.append(name).toString();
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
