package org.footfall.api;

import java.nio.charset.StandardCharsets;

/** Spellings that Matomo's clients depend on and PHP defines. */
final class PhpText {
  private PhpText() {}

  /** {@code urlencode}: a blank becomes +, everything but letters, digits and {@code -_.} %XX. */
  static String urlEncode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (plain(c)) {
        encoded.append(c);
      } else if (c == ' ') {
        encoded.append('+');
      } else {
        encoded
            .append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return encoded.toString();
  }

  private static boolean plain(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-' || c == '_' || c == '.';
  }

  /** {@code htmlspecialchars}, quotes too. */
  static String htmlEscape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#039;");
  }

  /** {@code htmlspecialchars_decode}, quotes too. */
  static String htmlUnescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }
}
