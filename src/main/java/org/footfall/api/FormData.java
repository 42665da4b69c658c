package org.footfall.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.report.PercentEncoding;

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
    return new String(PercentEncoding.bytes(text.replace('+', ' ')), StandardCharsets.UTF_8);
  }
}
