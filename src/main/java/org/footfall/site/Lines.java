package org.footfall.site;

import java.util.List;

/** Lists of short texts in one column, a line each. */
final class Lines {
  private Lines() {}

  static List<String> split(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * The lines as one text.
   *
   * @throws IllegalArgumentException when one of them has a line break inside
   */
  static String join(List<String> lines) {
    for (String line : lines) {
      if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
        throw new IllegalArgumentException("a line break inside a value of a list");
      }
    }
    return String.join("\n", lines);
  }
}
