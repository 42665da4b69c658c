package org.footfall.report.live;

/** What rows of actions are, as the log numbers it. */
public final class ActionCode {
  public static final long PAGE_VIEW = 1;
  public static final long OUTLINK = 2;
  public static final long DOWNLOAD = 3;
  public static final long SEARCH = 8;
  public static final long EVENT = 10;
  public static final long CONTENT = 13;
  public static final long CONVERSION = 100;
  public static final long LATE_TIMINGS = 101;

  /** In the column of goals, whose own numbers lie two higher. */
  public static final long CART = 1;

  public static final long ORDER = 2;
  public static final long GOAL_SHIFT = 2;

  private ActionCode() {}
}
