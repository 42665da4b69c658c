package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a page stands in the tree of folders: its path cut at the slashes, whatever the host.
 * Folders keep their bare name; the page itself is led by a slash, so that the page {@code /news}
 * and the folder {@code news} are two rows. The rest of a path of more than ten parts stays in one.
 * Names stay encoded.
 */
final class PagePath {
  static final String UNKNOWN = "Page URL not defined";
  private static final int DEEPEST = 10;
  private static final String DEFAULT_PAGE = "index";

  private PagePath() {}

  /**
   * The folders and, last, the page.
   *
   * @param address an address without protocol, as {@code example.org/news?id=1#top}
   */
  static List<String> of(String address) {
    if (address.isEmpty()) {
      return List.of(UNKNOWN);
    }
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : address.substring(hash);
    String rest = hash < 0 ? address : address.substring(0, hash);
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "" : rest.substring(slash + 1);
    if (path.isEmpty() || path.endsWith("/")) {
      path += DEFAULT_PAGE;
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", DEEPEST)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    if (parts.isEmpty()) {
      parts.add(DEFAULT_PAGE);
    }
    int last = parts.size() - 1;
    parts.set(last, "/" + parts.get(last) + fragment);
    return parts;
  }
}
