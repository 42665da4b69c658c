package org.footfall.visitlog;

/** How far a day of the log is. Whoever adds to a day makes it open. */
final class LogDayState {
  static final int OPEN = 0;
  static final int SEALED = 1;
  static final int ARCHIVED = 2;

  private LogDayState() {}
}
