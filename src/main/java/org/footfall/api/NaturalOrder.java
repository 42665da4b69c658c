package org.footfall.api;

import java.util.Comparator;

/**
 * Texts as people sort them: without regard to case and blanks, and {@code page 9} before {@code
 * page 10}.
 */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    int i = skipBlanks(left, 0);
    int j = skipBlanks(right, 0);
    while (i < left.length() && j < right.length()) {
      if (digit(left, i) && digit(right, j)) {
        int iEnd = numberEnd(left, i);
        int jEnd = numberEnd(right, j);
        int order = compareNumbers(left.substring(i, iEnd), right.substring(j, jEnd));
        if (order != 0) {
          return order;
        }
        i = iEnd;
        j = jEnd;
      } else {
        char a = Character.toUpperCase(left.charAt(i++));
        char b = Character.toUpperCase(right.charAt(j++));
        if (a != b) {
          return Character.compare(a, b);
        }
      }
      i = skipBlanks(left, i);
      j = skipBlanks(right, j);
    }
    int order = Boolean.compare(i < left.length(), j < right.length());
    return order != 0 ? order : left.compareTo(right);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean digit(String text, int at) {
    char character = text.charAt(at);
    return character >= '0' && character <= '9';
  }

  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length() && digit(text, end)) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String left, String right) {
    String a = left.substring(zeros(left));
    String b = right.substring(zeros(right));
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  /** How many zeros a number begins with that say nothing. */
  private static int zeros(String number) {
    int zeros = 0;
    while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }
}
