package org.footfall.report.live;

/** What rows of actions are, as the log numbers it. */
public final class ActionCode {
  public static final int PAGE_VIEW = 1;
  public static final int OUTLINK = 2;
  public static final int DOWNLOAD = 3;
  public static final int SEARCH = 8;
  public static final int EVENT = 10;
  public static final int CONTENT = 13;
  public static final int CONVERSION = 100;
  public static final int LATE_TIMINGS = 101;

  /** In the column of goals, whose own numbers lie two higher. */
  public static final int CART = 1;

  public static final int ORDER = 2;
  public static final int GOAL_SHIFT = 2;

  private ActionCode() {}
}
