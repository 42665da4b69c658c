package org.footfall.codec;

/**
 * Numbers of which 0 is not the same as none: in the log, where 0 is "not told", those from 0 on
 * are one higher.
 */
public final class Told {
  /** Nothing was told. */
  public static final long NOTHING = 0;

  private static final double MILLION = 1e6;

  private Told() {}

  public static long number(long value) {
    return value < 0 ? value : value + 1;
  }

  /** A decimal number in millionths. */
  public static long millionths(double value) {
    return number(Math.round(value * MILLION));
  }

  public static boolean isThere(long stored) {
    return stored != NOTHING;
  }

  /** The number that was stored; 0 when none was. */
  public static long value(long stored) {
    return stored > 0 ? stored - 1 : stored;
  }
}
