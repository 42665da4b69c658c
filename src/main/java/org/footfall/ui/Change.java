package org.footfall.ui;

/**
 * How a figure moved against the period before. The sign is part of the text; colour only repeats
 * whether the move is welcome.
 *
 * @param tone {@code good}, {@code bad}, or empty where nothing moved or nothing can be said
 */
record Change(String text, String tone) {
  static final Change UNKNOWN = new Change("–", "");

  /** A count: the change in percent; from nothing there is no percentage. */
  static Change ofCount(double now, double before) {
    if (before == 0) {
      return now == 0 ? UNKNOWN : new Change("new", "");
    }
    double percent = 100 * (now - before) / before;
    return signed(percent, Figures.oneDecimal(Math.abs(percent)) + "%", 0.05, true);
  }

  /** A rate (0 to 1), of which less is better: the change in percentage points. */
  static Change ofUnwelcomeRate(double now, double before) {
    double points = 100 * (now - before);
    return signed(points, Figures.oneDecimal(Math.abs(points)) + " pts", 0.05, false);
  }

  /** A duration in seconds. */
  static Change ofDuration(double now, double before) {
    double seconds = now - before;
    return signed(seconds, Figures.duration(Math.abs(seconds)), 0.5, true);
  }

  private static Change signed(double amount, String text, double least, boolean upIsGood) {
    if (Math.abs(amount) < least) {
      return new Change("= " + text, "");
    }
    boolean up = amount > 0;
    return new Change((up ? "▲ " : "▼ ") + text, up == upIsGood ? "good" : "bad");
  }
}
