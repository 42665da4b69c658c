package org.footfall.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code a=1&b[0]=x}. Never fails on what it finds: a broken escape stays as it is, broken
 * UTF-8 becomes U+FFFD; of a name given twice the last value counts, {@code a[]} counts up.
 */
final class FormData {
  /** More than any honest client sends. */
  static final int MOST = 1000;

  private FormData() {}

  /**
   * @throws ApiException when there are more than {@link #MOST} parameters
   */
  static Map<String, String> parse(String text) throws ApiException {
    Map<String, String> values = new LinkedHashMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      String pair = text.substring(start, end < 0 ? text.length() : end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        values.put(numbered(name, values), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        if (values.size() > MOST) {
          throw ApiException.of(400, "A request has at most " + MOST + " parameters.");
        }
      }
      start = end < 0 ? text.length() : end + 1;
    }
    return values;
  }

  private static String numbered(String name, Map<String, String> values) {
    if (!name.endsWith("[]")) {
      return name;
    }
    String base = name.substring(0, name.length() - 1);
    int next = 0;
    while (values.containsKey(base + next + "]")) {
      next++;
    }
    return base + next + "]";
  }

  static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int size = 0;
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1] & 0xFF, 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2] & 0xFF, 16);
      if (low >= 0) {
        out[size++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[size++] = in[i] == '+' ? (byte) ' ' : in[i];
      }
    }
    return new String(out, 0, size, StandardCharsets.UTF_8);
  }
}
