package org.footfall.api;

/**
 * A text that a regular expression may look at only so often: a hostile expression fails instead of
 * running for years.
 */
final class Limited implements CharSequence {
  private static final int MOST_LOOKS = 1_000_000;
  private final CharSequence text;
  private final int[] looks;

  Limited(CharSequence text) {
    this(text, new int[1]);
  }

  private Limited(CharSequence text, int[] looks) {
    this.text = text;
    this.looks = looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (looks[0]++ > MOST_LOOKS) {
      throw new TooSlow();
    }
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
