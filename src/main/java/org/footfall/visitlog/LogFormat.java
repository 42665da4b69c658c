package org.footfall.visitlog;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** How {@link LogPrinter} writes a row. */
public enum LogFormat {
  /** {@code name=value} for what is not absent, one line a row. */
  TEXT {
    @Override
    String head(List<String> names) {
      return "";
    }

    @Override
    String row(List<String> names, List<Object> values) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < names.size(); i++) {
        String value = values.get(i).toString();
        if (!value.isEmpty() && !values.get(i).equals(0L)) {
          line.append(line.isEmpty() ? "" : " ").append(names.get(i)).append('=');
          boolean plain = value.chars().allMatch(c -> c > ' ' && c != '"' && !isCommand(c));
          line.append(plain ? value : quoted(value));
        }
      }
      return line.append('\n').toString();
    }
  },

  /** RFC 4180 with a line of names; U+FFFD stands for characters that command a terminal. */
  CSV {
    @Override
    String head(List<String> names) {
      return String.join(",", names) + "\r\n";
    }

    @Override
    String row(List<String> names, List<Object> values) {
      StringBuilder line = new StringBuilder();
      for (Object value : values) {
        Object shown = value instanceof Long ? value : harmless(value.toString());
        line.append(line.isEmpty() ? "" : ",").append(CsvCell.of(shown, ','));
      }
      return line.append("\r\n").toString();
    }
  },

  /** An object a line. */
  JSON {
    @Override
    String head(List<String> names) {
      return "";
    }

    @Override
    String row(List<String> names, List<Object> values) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < names.size(); i++) {
        line.append(line.isEmpty() ? "{" : ",").append(quoted(names.get(i))).append(':');
        Object value = values.get(i);
        line.append(value instanceof Long ? value : quoted(value.toString()));
      }
      return line.append("}\n").toString();
    }
  };

  /** What stands before the rows. */
  abstract String head(List<String> names);

  /**
   * A row.
   *
   * @param values a {@link Long} or a text for each name
   */
  abstract String row(List<String> names, List<Object> values);

  /** As a JSON text, so that nothing in it reaches a terminal as a command. */
  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    JsonStringEncoder.getInstance().quoteAsString(value, text);
    for (int i = 1; i < text.length(); i++) {
      if (isCommand(text.charAt(i))) {
        text.replace(i, i + 1, String.format("\\u%04X", (int) text.charAt(i)));
      }
    }
    return text.append('"').toString();
  }

  private static String harmless(String value) {
    StringBuilder text = new StringBuilder(value);
    for (int i = 0; i < text.length(); i++) {
      if (isCommand(text.charAt(i)) && "\t\r\n".indexOf(text.charAt(i)) < 0) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }

  /** Control characters: those of ASCII, DEL, and the second set from 0x80 on. */
  private static boolean isCommand(int c) {
    return c < ' ' || (c >= 0x7f && c <= 0x9f);
  }
}
