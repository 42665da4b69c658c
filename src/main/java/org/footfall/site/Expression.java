package org.footfall.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that somebody who runs a site wrote, tried on what strangers send.
 *
 * <p>Some expressions need time that doubles with each character of the text. So the text counts
 * how often it is looked at, and a search that has looked too often, or nests too deep for the
 * stack, ends as one that found nothing. A budget that follows from the text alone ends equally
 * everywhere: it is no matter of the machine's speed, and hits are decided alike when they are read
 * again. Safe for many threads.
 */
public final class Expression {
  /** Longest expression that is taken. */
  public static final int LONGEST = 1_000;

  /** Some milliseconds. */
  private static final int LOOKS = 200_000;

  private final Pattern pattern;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The expression, or nothing where the text is none or is too long. */
  public static Optional<Expression> of(String text, boolean caseSensitive) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      int flags = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return Optional.of(new Expression(Pattern.compile(text, flags)));
    } catch (PatternSyntaxException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** Whether it is found somewhere in the text. */
  public boolean isIn(String text) {
    return find(text) != null;
  }

  /** What the first group matches where the expression is found first; nothing without either. */
  public Optional<String> group(String text) {
    Matcher found = find(text);
    return found == null || found.groupCount() < 1
        ? Optional.empty()
        : Optional.ofNullable(found.group(1));
  }

  private Matcher find(String text) {
    Matcher matcher = pattern.matcher(new Counted(text, new int[] {LOOKS}, 0, text.length()));
    try {
      return matcher.find() ? matcher : null;
    } catch (Exhausted | StackOverflowError e) {
      return null;
    }
  }

  /** The text, which counts how often it is looked at. */
  private record Counted(String text, int[] left, int from, int to) implements CharSequence {
    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new Exhausted();
      }
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text, left, from + start, from + end);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }

  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }
}
