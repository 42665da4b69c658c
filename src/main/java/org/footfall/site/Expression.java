package org.footfall.site;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression that somebody who runs a site wrote, tried on what strangers send. Time
 * grows with the text alone, whatever the expression: it is run as an automaton, which tries no
 * alternative twice. So it cannot look around and cannot ask for what a group has matched; an
 * expression that does is none, and so is one whose automaton would be huge. Safe for many threads.
 */
public final class Expression {
  /** Longest expression that is taken. */
  public static final int LONGEST = 1_000;

  /** Of longer texts the beginning is looked at. */
  private static final int MOST_TEXT = 2_048;

  /** All counts of repeats, multiplied. */
  private static final int MOST_REPEATS = 1_000;

  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("(\\d{1,6})\\}");

  private final Pattern pattern;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The expression, or nothing where the text is none or is too long. */
  public static Optional<Expression> of(String text, boolean caseSensitive) {
    if (text.length() > LONGEST || isHuge(text)) {
      return Optional.empty();
    }
    try {
      int flags = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE;
      return Optional.of(new Expression(Pattern.compile(text, flags)));
    } catch (PatternSyntaxException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  public int groups() {
    return pattern.groupCount();
  }

  /** Whether it is found somewhere in the text. */
  public boolean isIn(String text) {
    return find(text) != null;
  }

  /** What the first group matches where the expression is found first; nothing without either. */
  public Optional<String> group(String text) {
    Matcher matcher = find(text);
    return matcher != null && matcher.groupCount() > 0
        ? Optional.ofNullable(matcher.group(1))
        : Optional.empty();
  }

  private Matcher find(String text) {
    Matcher matcher =
        pattern.matcher(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
    try {
      return matcher.find() ? matcher : null;
    } catch (StackOverflowError e) {
      return null;
    }
  }

  /** Whether repeats inside repeats make a small text a huge automaton. */
  private static boolean isHuge(String text) {
    long states = 1;
    java.util.regex.Matcher repeats = REPEAT.matcher(text);
    while (repeats.find()) {
      states *= Math.max(1, Integer.parseInt(repeats.group(1)));
      if (states > MOST_REPEATS) {
        return true;
      }
    }
    return false;
  }
}
