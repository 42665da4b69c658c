package org.footfall.enrich.device;

/** Version numbers as user agents write them: whole numbers between dots, mostly. */
final class Versions {
  private Versions() {}

  /** Negative, zero or positive, part by part; of equal beginnings the longer is newer. */
  static int compare(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Long.compare(number(left[i]), number(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  static boolean atLeast(String version, String least) {
    return !version.isEmpty() && compare(version, least) >= 0;
  }

  /** The first part, or -1 if it is no number. */
  static long major(String version) {
    int dot = version.indexOf('.');
    return number(dot < 0 ? version : version.substring(0, dot));
  }

  /** The digits a part begins with, or -1 if there are none. */
  static long number(String part) {
    long number = -1;
    for (int i = 0; i < Math.min(part.length(), 15); i++) {
      char c = part.charAt(i);
      if (c < '0' || c > '9') {
        return number;
      }
      number = Math.max(number, 0) * 10 + (c - '0');
    }
    return number;
  }
}
