package org.footfall.visit;

/** Numbers as clients send them; what is none is as not sent. */
public final class Numbers {
  private static final int LONGEST_DIGITS = 12;
  private static final int LONGEST_DECIMAL = 40;

  private Numbers() {}

  /** A whole number that is not negative. */
  public static long whole(String digits, long otherwise) {
    if (digits.isEmpty() || digits.length() > LONGEST_DIGITS) {
      return otherwise;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** A decimal number; one that is not finite is none. */
  public static double decimal(String text, double otherwise) {
    String trimmed = text.trim();
    if (trimmed.isEmpty()
        || trimmed.length() > LONGEST_DECIMAL
        || !trimmed.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0)) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(trimmed);
      return Double.isFinite(number) ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
