package org.footfall.tracking;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of one hit while it is judged. Bounded; what does not fit is noted as {@link
 * #problem}. Texts that are not UTF-8 are read as the charset that the page names in {@code cs}.
 */
final class Parameters {
  private static final int MOST = 1_000;
  private static final int LONGEST_CHARSET_NAME = 40;

  private final Map<String, String> values = new LinkedHashMap<>(64);
  private final int room;
  private Map<String, byte[]> foreign = Map.of();
  private int taken;
  private Rejection problem;

  /**
   * No parameters yet.
   *
   * @param room how many characters names and values may have together
   */
  Parameters(int room) {
    this.room = room;
  }

  void put(String name, String value) {
    taken += name.length() + value.length();
    if (taken > room) {
      problem = Rejection.HIT_TOO_LARGE;
    } else if (values.size() >= MOST) {
      problem = Rejection.TOO_MANY_PARAMETERS;
    } else {
      values.put(name, value);
    }
  }

  /** A value whose bytes are not UTF-8; which charset they are is known when all are read. */
  void putForeign(String name, byte[] value) {
    taken += value.length;
    put(name, "");
    if (problem == null) {
      if (foreign.isEmpty()) {
        foreign = new LinkedHashMap<>();
      }
      foreign.put(name, value);
    }
  }

  /** An array took the place of whatever had this name. */
  void putArray(String name) {
    values.remove(name);
  }

  /** Adds what the other has and this has not. */
  void addMissing(Parameters other) {
    other.foreign.forEach(
        (name, value) -> {
          if (!values.containsKey(name)) {
            putForeign(name, value);
          }
        });
    other.values.forEach(
        (name, value) -> {
          if (!values.containsKey(name)) {
            put(name, value);
          }
        });
    problem = problem == null ? other.problem : problem;
  }

  /** Reads the values that are not UTF-8. To be called when all parameters are there. */
  void settle() {
    if (foreign.isEmpty()) {
      return;
    }
    Charset charset = charset(get("cs"));
    foreign.forEach(
        (name, value) -> {
          if (values.containsKey(name)) {
            values.put(name, QueryParser.withoutNul(new String(value, charset)));
          }
        });
    foreign = Map.of();
  }

  /** The value, or the empty text. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    String value = values.get(name);
    return value != null && !value.isEmpty();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The value and forgets it. */
  String take(String name) {
    String value = values.remove(name);
    return value == null ? "" : value;
  }

  /** The whole number, or the other one when there is none. */
  long number(String name, long otherwise) {
    String value = get(name);
    int digits = value.startsWith("-") ? value.length() - 1 : value.length();
    if (digits == 0 || digits > 18) {
      return otherwise;
    }
    for (int i = value.length() - digits; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return otherwise;
      }
    }
    return Long.parseLong(value);
  }

  /** Makes them unusable. */
  void refuse(Rejection why) {
    problem = why;
  }

  /**
   * Whether a name and a value of so many bytes are too much whatever they hold: one character may
   * come as nine bytes.
   */
  boolean tooLong(int bytes) {
    return bytes / 9 > room;
  }

  /** What made them unusable, or null. */
  Rejection problem() {
    return problem;
  }

  Map<String, String> values() {
    return values;
  }

  private static Charset charset(String name) {
    if (name.isEmpty() || name.length() > LONGEST_CHARSET_NAME) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
