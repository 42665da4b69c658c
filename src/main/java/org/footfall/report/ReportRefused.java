package org.footfall.report;

import java.time.Duration;

/** A report that cannot be made now or in this size; the message says what would help. */
public final class ReportRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private ReportRefused(String message) {
    super(message);
  }

  public static ReportRefused tooManyRows(int most) {
    return new ReportRefused(
        "This report would have more than " + most + " rows. Ask for a shorter period.");
  }

  static ReportRefused tooManyPeople(long bytes) {
    return new ReportRefused(
        "Telling apart who was in which row would take more than "
            + (bytes >> 20)
            + " MB. Ask for a shorter period, for fewer visits by a segment, or not for exact unique"
            + " visitors; or raise report.max_rows.");
  }

  static ReportRefused tookTooLong(Duration limit) {
    return new ReportRefused(
        "This report took longer than "
            + limit.toSeconds()
            + " seconds. Ask for a shorter period, or raise report.time_limit.");
  }

  /** The one who asked has gone, or does not wait any longer. */
  public static ReportRefused interrupted() {
    return new ReportRefused("Nobody waits for this report any more.");
  }

  static ReportRefused busy() {
    return new ReportRefused("Too many reports are being made. Ask again in a moment.");
  }

  static ReportRefused stopping() {
    return new ReportRefused("The server is stopping.");
  }
}
