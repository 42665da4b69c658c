package org.footfall.visit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-escapes. */
final class Escapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  /** Replaces each run of escaped bytes beyond ASCII, read in a character set, by UTF-8's. */
  static String recode(String text, Charset charset) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] run = new byte[text.length() / 3];
    int at = 0;
    while (at < text.length()) {
      int length = 0;
      int next = at;
      while (value(text, next) >= 0) {
        run[length++] = (byte) value(text, next);
        next += 3;
      }
      if (length == 0) {
        out.append(text.charAt(at++));
      } else {
        append(out, new String(run, 0, length, charset));
        at = next;
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.toHexDigits(b));
    }
  }

  /** The byte that is escaped at a place, or -1. */
  private static int value(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
