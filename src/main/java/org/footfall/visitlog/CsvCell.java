package org.footfall.visitlog;

/**
 * Values in lines for spreadsheets (RFC 4180). What a visitor sent must not become a formula there:
 * texts that look like one get an apostrophe in front.
 */
public final class CsvCell {
  private static final String FORMULA = "=+-@\t\r";

  private CsvCell() {}

  /** A value between two separators, quoted where it must be. */
  public static String of(Object value, char separator) {
    String text = value.toString();
    if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted =
        text.indexOf(separator) >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
