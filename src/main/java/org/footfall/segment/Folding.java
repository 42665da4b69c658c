package org.footfall.segment;

/** Upper and lower case made one, a character at a time, so that lengths and places stay. */
final class Folding {
  private Folding() {}

  static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  /** Whether a text has a folded one at a place. */
  static boolean has(String text, int place, String folded) {
    if (place < 0 || text.length() - place < folded.length()) {
      return false;
    }
    for (int i = 0; i < folded.length(); i++) {
      if (fold(text.charAt(place + i)) != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static int compare(String text, String folded) {
    int common = Math.min(text.length(), folded.length());
    for (int i = 0; i < common; i++) {
      int difference = fold(text.charAt(i)) - folded.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return text.length() - folded.length();
  }
}
