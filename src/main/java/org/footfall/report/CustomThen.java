package org.footfall.report;

import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.TextColumn;

/** A visit's own dimensions and variables as they were when it converted. */
final class CustomThen {
  private final TextColumn lines;

  CustomThen(LogTable actions) {
    this.lines = actions.text(Columns.CUSTOM_THEN);
  }

  /** Whether a conversion's row tells; those of old logs do not. */
  boolean isTold(int row) {
    return lines.texts().length(lines.code(row)) > 0;
  }

  /** The value of a dimension's slot; null when none had been told. */
  String dimension(int row, int slot) {
    return value(lines.get(row), "d" + slot + "\t");
  }

  /** The text at a place among names and values of variables, from 1; null when none was told. */
  String variable(int row, int place) {
    return value(lines.get(row), "v" + place + "\t");
  }

  private static String value(String text, String start) {
    int at = text.startsWith(start) ? 0 : text.indexOf("\n" + start) + 1;
    if (at == 0 && !text.startsWith(start)) {
      return null;
    }
    int end = text.indexOf('\n', at);
    return text.substring(at + start.length(), end < 0 ? text.length() : end);
  }
}
