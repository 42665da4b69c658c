package org.footfall.tag;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Values written into pages of others. What comes out is ASCII, so that it means the same in a page
 * of any encoding, and cannot end the place it stands in.
 */
final class PageText {
  private PageText() {}

  /** A string of JavaScript, also inside a script element. */
  static String string(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('\'');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || "'\"\\<>&`".indexOf(c) >= 0) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('\'').toString();
  }

  /** An array of such strings. */
  static String strings(Collection<String> values) {
    return values.stream().map(PageText::string).collect(Collectors.joining(", ", "[", "]"));
  }

  /** What stands in an attribute, between quotes of either kind, or in text. */
  static String attribute(String value) {
    StringBuilder out = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '&') {
                out.append("&amp;");
              } else if (c < ' ' || c > '~' || "'\"<>`".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
