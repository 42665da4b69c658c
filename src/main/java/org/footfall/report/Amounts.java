package org.footfall.report;

/** Amounts of money: the log has millionths, reports count hundredths, so that sums have room. */
final class Amounts {
  private static final long MILLIONTHS = 10_000;
  private static final double MOST = 1e14;

  private Amounts() {}

  static long cents(long millionths) {
    return Math.floorDiv(millionths + MILLIONTHS / 2, MILLIONTHS);
  }

  /** A price as often as something is there; within what anybody could mean. */
  static long times(long price, long quantity) {
    double product = (double) price * quantity;
    return Math.abs(product) > MOST ? (long) Math.copySign(MOST, product) : price * quantity;
  }
}
