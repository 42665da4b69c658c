package org.footfall.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written: exact with separators everywhere but on the axes of charts. */
final class Figures {
  private static final String[] POWERS = {"", "k", "M", "G", "T", "P", "E"};

  private Figures() {}

  /** {@code 4,812,306}. */
  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code 1 visit}, {@code 2,000 visits}. */
  static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A share of a whole with one decimal: {@code 58.4%}; small ones are {@code < 0.1%}. */
  static String share(double part, double whole) {
    if (whole <= 0) {
      return "–";
    }
    double percent = 100 * part / whole;
    return percent > 0 && percent < 0.1 ? "< 0.1%" : oneDecimal(percent) + "%";
  }

  /** {@code 42s}, {@code 1m 52s}, {@code 1h 04m}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + "s";
    }
    if (whole < 3600) {
      return whole / 60 + "m " + twoDigits(whole % 60) + "s";
    }
    return count(whole / 3600) + "h " + twoDigits(whole % 3600 / 60) + "m";
  }

  /** For axes only: {@code 950}, {@code 50k}, {@code 1.2M}. */
  static String abbreviated(double number) {
    int power = 0;
    double rest = number;
    while (rest >= 999.5 && power < POWERS.length - 1) {
      rest /= 1000;
      power++;
    }
    String digits =
        BigDecimal.valueOf(rest)
            .setScale(rest < 10 ? 1 : 0, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return digits + POWERS[power];
  }

  /** A position or size in a drawing, with two decimals at most. */
  static String position(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String oneDecimal(double number) {
    return String.format(Locale.ENGLISH, "%,.1f", number);
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
