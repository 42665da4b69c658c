package org.footfall.segment;

import java.util.function.Predicate;
import org.footfall.segment.Operator.Match;

/** Tests texts against a value, upper and lower case alike. */
final class TextTest {
  private TextTest() {}

  static Predicate<String> of(Match match, String value) {
    String asked = Folding.fold(value);
    return switch (match) {
      case EQUAL -> text -> text.length() == asked.length() && Folding.has(text, 0, asked);
      case CONTAINS -> new Contains(asked);
      case STARTS -> text -> Folding.has(text, 0, asked);
      case ENDS -> text -> Folding.has(text, text.length() - asked.length(), asked);
      case LESS -> text -> Folding.compare(text, asked) < 0;
      case AT_MOST -> text -> Folding.compare(text, asked) <= 0;
      case MORE -> text -> Folding.compare(text, asked) > 0;
      case AT_LEAST -> text -> Folding.compare(text, asked) >= 0;
      case PRESENT -> text -> !text.isEmpty();
    };
  }

  /** Knuth, Morris and Pratt's search: no text and no value makes it slow. */
  static final class Contains implements Predicate<String> {
    private final String asked;
    private final int[] fallback;
    private final boolean ascii;

    Contains(String asked) {
      this.asked = asked;
      this.ascii = asked.chars().allMatch(c -> c < 128);
      this.fallback = new int[asked.length() + 1];
      for (int i = 1, matched = 0; i < asked.length(); i++) {
        matched = next(matched, asked.charAt(i));
        fallback[i + 1] = matched;
      }
    }

    @Override
    public boolean test(String text) {
      if (text.length() < asked.length()) {
        return false;
      }
      int matched = 0;
      for (int i = 0; i < text.length() && matched < asked.length(); i++) {
        matched = next(matched, Folding.fold(text.charAt(i)));
      }
      return matched == asked.length();
    }

    /**
     * Looks for a value of ASCII in UTF-8 without making a text of it.
     *
     * @return 1 when it is there, 0 when not, −1 when only the text itself can tell
     */
    int find(byte[] bytes, int from, int to) {
      if (!ascii || asked.isEmpty()) {
        return -1;
      }
      byte lower = (byte) asked.charAt(0);
      byte upper = (byte) Character.toUpperCase(asked.charAt(0));
      int matched = 0;
      for (int i = from; i < to; i++) {
        byte b = bytes[i];
        if (b < 0) {
          return -1;
        }
        if (matched > 0 || b == lower || b == upper) {
          matched = next(matched, Folding.fold((char) b));
          if (matched == asked.length()) {
            return 1;
          }
        }
      }
      return 0;
    }

    private int next(int before, char c) {
      int matched = before;
      while (matched > 0 && asked.charAt(matched) != c) {
        matched = fallback[matched];
      }
      return matched < asked.length() && asked.charAt(matched) == c ? matched + 1 : matched;
    }
  }
}
