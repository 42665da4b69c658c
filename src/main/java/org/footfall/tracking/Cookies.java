package org.footfall.tracking;

/** Finds a cookie in what a browser sends; nothing of the others is looked at. */
final class Cookies {
  private Cookies() {}

  /** The value as it was sent, or null when there is no such cookie. */
  static String value(String header, String name) {
    int from = 0;
    while (from < header.length()) {
      int end = header.indexOf(';', from);
      int to = end < 0 ? header.length() : end;
      while (from < to && header.charAt(from) == ' ') {
        from++;
      }
      int equals = from + name.length();
      if (equals < to && header.charAt(equals) == '=' && header.startsWith(name, from)) {
        return header.substring(equals + 1, to).strip();
      }
      from = to + 1;
    }
    return null;
  }
}
