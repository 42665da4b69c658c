package org.footfall.config;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant: the name with the fewest typing errors between. */
final class Likeness {
  private Likeness() {}

  /** The nearest name, when no more than a third of it is mistyped. */
  static Optional<String> nearest(String typed, Collection<String> names) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int errors = distance(typed, name);
      if (errors < least && errors <= Math.max(1, Math.min(typed.length(), name.length()) / 3)) {
        best = name;
        least = errors;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Letters to insert, remove, replace or swap with their neighbour (Damerau-Levenshtein). */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : least(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int least(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
    least = Math.min(least, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
