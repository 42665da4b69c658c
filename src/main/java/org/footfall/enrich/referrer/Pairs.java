package org.footfall.enrich.referrer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code a=b&c=d} as addresses carry it; broken escapes stay as they are. */
public final class Pairs {
  private Pairs() {}

  /** The decoded and trimmed value of the first name that has one, or the empty text. */
  static String first(String pairs, List<String> names) {
    return first(pairs, names, StandardCharsets.UTF_8);
  }

  /**
   * As above.
   *
   * @param otherwise what values are written in that are not UTF-8
   */
  static String first(String pairs, List<String> names, Charset otherwise) {
    if (pairs.indexOf('=') < 0) {
      return "";
    }
    for (String name : names) {
      String value = value(pairs, name, otherwise);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** The decoded and trimmed value of the first pair of that name, or the empty text. */
  public static String value(String pairs, String name) {
    return value(pairs, name, StandardCharsets.UTF_8);
  }

  private static String value(String pairs, String name, Charset otherwise) {
    int at = 0;
    while (at < pairs.length()) {
      int end = pairs.indexOf('&', at);
      end = end < 0 ? pairs.length() : end;
      int equals = at + name.length();
      if (equals < end && pairs.charAt(equals) == '=' && pairs.startsWith(name, at)) {
        return decode(pairs.substring(equals + 1, end), otherwise).trim();
      }
      at = end + 1;
    }
    return "";
  }

  /** Percent-decoding of UTF-8; what is no escape stays. */
  public static String decode(String text) {
    return decode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text, Charset otherwise) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
      if (low >= 0) {
        out[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
      }
    }
    return text(out, length, otherwise);
  }

  /** An engine's old character set is only tried on what cannot be UTF-8: most speak that today. */
  private static String text(byte[] bytes, int length, Charset otherwise) {
    if (!otherwise.equals(StandardCharsets.UTF_8)) {
      try {
        ByteBuffer strict = ByteBuffer.wrap(bytes, 0, length);
        return StandardCharsets.UTF_8.newDecoder().decode(strict).toString();
      } catch (CharacterCodingException e) {
        return new String(bytes, 0, length, otherwise);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
