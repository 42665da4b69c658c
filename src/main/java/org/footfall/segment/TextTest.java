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
  private static final class Contains implements Predicate<String> {
    private final String asked;
    private final int[] fallback;

    Contains(String asked) {
      this.asked = asked;
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

    private int next(int before, char c) {
      int matched = before;
      while (matched > 0 && asked.charAt(matched) != c) {
        matched = fallback[matched];
      }
      return matched < asked.length() && asked.charAt(matched) == c ? matched + 1 : matched;
    }
  }
}
