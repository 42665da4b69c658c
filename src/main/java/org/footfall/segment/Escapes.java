package org.footfall.segment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How values are written within a definition. */
final class Escapes {
  private static final Pattern ENCODED =
      Pattern.compile("[A-Za-z0-9_.~+*-]*+(?:%[0-9a-fA-F]{2}[A-Za-z0-9_.~+*-]*+)++");
  private static final String[][] HTML = {
    {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#039;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}
  };

  private Escapes() {}

  /** Escapes and {@code +} made plain. A broken escape stays; so does all that is no UTF-8. */
  static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int code = encoded[i] == '%' && i + 2 < encoded.length ? code(encoded, i) : -1;
      if (code >= 0) {
        decoded.put((byte) code);
        i += 2;
      } else {
        decoded.put(encoded[i] == '+' ? (byte) ' ' : encoded[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static int code(byte[] text, int at) {
    int high = Character.digit(text[at + 1], 16);
    int low = Character.digit(text[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Whether a text has escapes, all of them whole, and nothing else that would need one. */
  static boolean looksEncoded(String text) {
    return ENCODED.matcher(text).matches();
  }

  /** A value as the canonical definition has it: only what would be misread is escaped. */
  static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == 127 || "%+,;\\=".indexOf(c) >= 0) {
        encoded.append('%').append(Character.forDigit(c >> 4, 16));
        encoded.append(Character.forDigit(c & 15, 16));
      } else {
        encoded.append(c == ' ' ? '+' : c);
      }
    }
    return encoded.toString();
  }

  /** The five characters that reports give as HTML spells them. */
  static String unescapeHtml(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    String plain = text;
    for (String[] pair : HTML) {
      plain = plain.replace(pair[0], pair[1]);
    }
    return plain;
  }
}
