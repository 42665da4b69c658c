package org.footfall.enrich.referrer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code a=b&c=d} as addresses carry it; broken escapes stay as they are. */
public final class Pairs {
  private Pairs() {}

  /** The decoded and trimmed value of the first name that has one, or the empty text. */
  static String first(String pairs, List<String> names) {
    if (pairs.indexOf('=') < 0) {
      return "";
    }
    for (String name : names) {
      String value = value(pairs, name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** The decoded and trimmed value of the first pair of that name, or the empty text. */
  public static String value(String pairs, String name) {
    int at = 0;
    while (at < pairs.length()) {
      int end = pairs.indexOf('&', at);
      end = end < 0 ? pairs.length() : end;
      int equals = at + name.length();
      if (equals < end && pairs.charAt(equals) == '=' && pairs.startsWith(name, at)) {
        return decode(pairs.substring(equals + 1, end)).trim();
      }
      at = end + 1;
    }
    return "";
  }

  /** Percent-decoding of UTF-8; what is no escape stays. */
  public static String decode(String text) {
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
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
