package org.footfall.enrich.device;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that the rules of a book are tried on.
 *
 * <p>A rule may begin at the text's start, or after a character that is none of a word, or after an
 * underscore that is none either, or after one of two prefixes. These places are found once, and an
 * expression is tried only there.
 *
 * <p>The rules are the lists', but the text is a stranger's, and there are texts on which such
 * expressions go back and forth for hours. So every character that is looked at is counted, for all
 * expressions together, and when the {@link Effort} is used up, the detection ends.
 */
final class Subject {
  private final CharSequence text;
  private final String lower;
  private final RuleBook book;
  private final int[] candidates;
  private final int[] starts;

  Subject(String text, RuleBook book, Effort effort) {
    this.text = new Counted(text, effort);
    this.book = book;
    this.lower = lower(text);
    this.candidates = book.candidates(lower);
    this.starts = starts(text);
  }

  /** What may still be spent on one detection. */
  static final class Effort {
    private int left;

    Effort(int steps) {
      left = steps;
    }

    int left() {
      return left;
    }

    private void spend() {
      if (--left < 0) {
        throw new Exhausted();
      }
    }
  }

  /** A text took too long. */
  static final class Exhausted extends RuntimeException {
    private Exhausted() {
      super("more steps than a user agent may take", null, false, false);
    }
  }

  private record Counted(String text, Effort effort) implements CharSequence {
    @Override
    public char charAt(int index) {
      effort.spend();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** An expression's match, and its number. */
  record Hit(int number, MatchResult match) {}

  /** The first expression of these numbers that matches, or null. */
  Hit first(int from, int to) {
    int at = Arrays.binarySearch(candidates, from);
    for (at = at < 0 ? -at - 1 : at; at < candidates.length && candidates[at] < to; at++) {
      MatchResult match = match(book.pattern(candidates[at]));
      if (match != null) {
        return new Hit(candidates[at], match);
      }
    }
    return null;
  }

  /** An expression that is none of the book's. */
  static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }

  /** Whether it matches where rules may begin. */
  boolean matches(Pattern pattern) {
    return match(pattern) != null;
  }

  Matcher matcher(Pattern pattern) {
    return pattern.matcher(text);
  }

  /** Whether it matches anywhere. */
  boolean finds(Pattern pattern) {
    return matcher(pattern).find();
  }

  /** Whether the text, in any case, contains what is given in lower case. */
  boolean contains(String word) {
    return lower.contains(word);
  }

  boolean ends(String word) {
    return lower.endsWith(word);
  }

  /** Whether the text, in any case, contains it other than as the end of a longer word. */
  boolean says(String word) {
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      char before = at == 0 ? ' ' : lower.charAt(at - 1);
      if (!isLetter(before) && before != '_' && before != '-') {
        return true;
      }
    }
    return false;
  }

  private MatchResult match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
    for (int start : starts) {
      if (matcher.region(start, text.length()).lookingAt()) {
        return matcher;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static int[] starts(String text) {
    int[] starts = new int[text.length() + 1];
    int count = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (isStart(text, at)) {
        starts[count++] = at;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isStart(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (before == '_') {
      return at > 1 && !isOfWord(text.charAt(at - 2));
    }
    return !isOfWord(before)
        || text.regionMatches(true, at - 5, "sprd-", 0, 5)
        || text.regionMatches(true, at - 3, "mz-", 0, 3);
  }

  private static boolean isOfWord(char c) {
    char lower = Expression.lower(c);
    return isLetter(lower) || (c >= '0' && c <= '9') || c == '-';
  }

  private static boolean isLetter(char lower) {
    return lower >= 'a' && lower <= 'z';
  }

  private static String lower(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Expression.lower(lower[i]);
    }
    return new String(lower);
  }
}
