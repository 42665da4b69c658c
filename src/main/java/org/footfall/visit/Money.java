package org.footfall.visit;

/** Amounts in millionths of a currency's unit. */
final class Money {
  private static final double MILLION = 1e6;

  /** Whoever sends more does not mean money, and a number of the log holds no more. */
  private static final double MOST = 9e12;

  private Money() {}

  /** An amount to the hundredth, as orders and goals count it; 0 for what is no number. */
  static long cents(double amount) {
    double within = Math.max(-MOST, Math.min(MOST, amount));
    return Math.round(within * 100) * 10_000;
  }

  static long cents(String text) {
    return cents(Numbers.decimal(text, 0));
  }

  /** An amount as it was sent. */
  static long exact(double amount) {
    return Math.round(Math.max(-MOST, Math.min(MOST, amount)) * MILLION);
  }
}
