package org.footfall.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads {@code a=1&b=2} as PHP does, on which clients rely: the last of several values counts, a
 * broken escape stands for itself, dots and blanks in names become underscores, {@code a[x]=1}
 * makes {@code a} an array (which no parameter of a hit is, so it counts as not given), and NULs
 * vanish.
 *
 * <p>Every hit comes through here: one pass over the bytes, a text for each name and value, and
 * nothing else, as long as nothing needs decoding.
 */
final class QueryParser {
  private final byte[] in;
  private final Parameters into;
  private byte[] decoded = {};

  private QueryParser(byte[] in, Parameters into) {
    this.in = in;
    this.into = into;
  }

  static void parse(byte[] in, Parameters into) {
    new QueryParser(in, into).parseAll();
  }

  static void parse(String query, Parameters into) {
    parse(query.getBytes(StandardCharsets.UTF_8), into);
  }

  /** Decodes a whole text that was escaped once more than it should be. */
  static byte[] unescape(byte[] in) {
    QueryParser parser = new QueryParser(in, new Parameters(0));
    int length = parser.decode(0, in.length);
    return Arrays.copyOf(parser.decoded, length);
  }

  static String withoutNul(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private void parseAll() {
    int from = 0;
    while (from < in.length && into.problem() == null) {
      int to = from;
      int equals = -1;
      while (to < in.length && in[to] != '&') {
        if (in[to] == '=' && equals < 0) {
          equals = to;
        }
        to++;
      }
      if (to > from) {
        pair(from, equals < 0 ? to : equals, equals < 0 ? to : equals + 1, to);
      }
      from = to + 1;
    }
  }

  private void pair(int nameFrom, int nameTo, int valueFrom, int valueTo) {
    if (into.tooLong(valueTo - nameFrom)) {
      into.refuse(Rejection.HIT_TOO_LARGE);
      return;
    }
    String name = name(nameFrom, nameTo);
    int bracket = name.indexOf('[');
    if (bracket > 0 && name.indexOf(']', bracket) > 0) {
      into.putArray(mangled(name.substring(0, bracket)));
      return;
    }
    String mangled = mangled(name);
    if (mangled.isEmpty()) {
      return;
    }
    if (plain(valueFrom, valueTo)) {
      into.put(mangled, latin(in, valueFrom, valueTo));
      return;
    }
    int length = decode(valueFrom, valueTo);
    String value = new String(decoded, 0, length, StandardCharsets.UTF_8);
    if (value.indexOf('\uFFFD') >= 0) {
      into.putForeign(mangled, Arrays.copyOf(decoded, length));
    } else {
      into.put(mangled, withoutNul(value));
    }
  }

  private String name(int from, int to) {
    if (plain(from, to)) {
      return latin(in, from, to);
    }
    int length = decode(from, to);
    return withoutNul(new String(decoded, 0, length, StandardCharsets.UTF_8));
  }

  private static String mangled(String name) {
    int start = 0;
    while (start < name.length() && name.charAt(start) == ' ') {
      start++;
    }
    String rest = start == 0 ? name : name.substring(start);
    if (rest.indexOf('.') < 0 && rest.indexOf(' ') < 0 && rest.indexOf('[') < 0) {
      return rest;
    }
    return rest.replace('.', '_').replace(' ', '_').replace('[', '_');
  }

  /** Whether nothing needs decoding. */
  private boolean plain(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = in[i];
      if (b == '%' || b == '+' || b <= 0) {
        return false;
      }
    }
    return true;
  }

  private int decode(int from, int to) {
    if (decoded.length < to - from) {
      decoded = new byte[Math.max(256, to - from)];
    }
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = in[i];
      if (b == '+') {
        b = ' ';
      } else if (b == '%' && i + 2 < to && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
        b = (byte) (hex(in[i + 1]) << 4 | hex(in[i + 2]));
        i += 2;
      }
      decoded[length++] = b;
    }
    return length;
  }

  private static int hex(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = b | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
