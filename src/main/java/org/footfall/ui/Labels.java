package org.footfall.ui;

import org.footfall.report.PercentEncoding;

/** Makes texts that strangers sent fit to be read; escaping is the templates' work. */
final class Labels {
  private static final int LONGEST = 500;
  private static final char BOX = '□';

  private Labels() {}

  /**
   * Decodes percent-encoding that is valid UTF-8, and shows a box for characters that cannot be
   * seen or change the direction of what stands around them.
   */
  static String readable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder visible = new StringBuilder();
    PercentEncoding.decode(cut)
        .codePoints()
        .forEach(c -> visible.appendCodePoint(isVisible(c) ? c : BOX));
    return visible.isEmpty() ? "(empty)" : visible.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
