package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the row of one page, title or address in a report's table. */
public final class PageSearch {
  private PageSearch() {}

  /** The page at the path of an address, on whichever host. */
  public static Optional<Row> page(DataTable pages, String address) {
    byte[] bytes = withoutProtocol(address).getBytes(StandardCharsets.UTF_8);
    PagePath path = new PagePath();
    path.begin(bytes, 0, bytes.length);
    DataTable folder = pages;
    for (path.next(); !path.isPage(); path.next()) {
      String name = new String(path.folder(), StandardCharsets.UTF_8);
      Optional<Row> found = named(folder, name, true);
      if (found.isEmpty()) {
        return found;
      }
      folder = found.get().subtable().orElse(DataTable.EMPTY);
    }
    return named(folder, path.page(), false);
  }

  private static Optional<Row> named(DataTable table, String name, boolean isFolder) {
    return table.rows().stream()
        .filter(row -> row.subtable().isPresent() == isFolder && row.name().equals(name))
        .findFirst();
  }

  /** The row of exactly this key, at any level. */
  public static Optional<Row> key(DataTable table, String key) {
    for (Row row : table.rows()) {
      if (row.subtable().isEmpty() && row.key().equals(key)) {
        return Optional.of(row);
      }
      Optional<Row> below = row.subtable().flatMap(rows -> key(rows, key));
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private static String withoutProtocol(String address) {
    int protocol = address.indexOf("://");
    return protocol < 0 ? address : address.substring(protocol + 3);
  }
}
