package org.footfall.api;

import java.util.regex.Pattern;

/**
 * A text that a regular expression may look at only so often: a hostile expression fails instead of
 * running for years. Of a very long text only the beginning is seen.
 */
final class Limited implements CharSequence {
  private static final int LONGEST = 2_000;
  private final CharSequence text;
  private final Looks looks;

  /** How often one request may look at a character: enough for a long report, about a second. */
  static final class Looks {
    private long left = 100_000_000;
  }

  private Limited(CharSequence text, Looks looks) {
    this.text = text;
    this.looks = looks;
  }

  /**
   * Whether the expression is found in the text.
   *
   * @param looks that are left to the request
   * @throws TooSlow when that takes too many steps, or goes too deep
   */
  static boolean finds(Pattern pattern, CharSequence text, Looks looks) {
    CharSequence seen = text.length() > LONGEST ? text.subSequence(0, LONGEST) : text;
    try {
      return pattern.matcher(new Limited(seen, looks)).find();
    } catch (StackOverflowError e) { // how java.util.regex says that an expression nests too deep
      throw new TooSlow();
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (looks.left <= 0) {
      throw new TooSlow();
    }
    looks.left--;
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new Limited(text.subSequence(start, end), looks);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The expression needs too many steps. */
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
