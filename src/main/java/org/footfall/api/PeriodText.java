package org.footfall.api;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.footfall.report.Period;

/** Periods as people write them. */
final class PeriodText {
  private static final DateTimeFormatter BRIEF_DAY = format("EEE, MMM d");
  private static final DateTimeFormatter BRIEF_DATE = format("MMM d, uuuu");
  private static final DateTimeFormatter BRIEF_MONTH = format("MMM uuuu");
  private static final DateTimeFormatter LONG_DAY = format("EEEE, MMMM d, uuuu");
  private static final DateTimeFormatter LONG_MONTH = format("MMMM uuuu");

  private PeriodText() {}

  /** {@code Tue, Jan 22} or {@code Dec 2012}. */
  static String brief(Period period) {
    return switch (period.kind()) {
      case DAY -> BRIEF_DAY.format(period.from());
      case WEEK, RANGE -> BRIEF_DATE.format(period.from()) + " – " + BRIEF_DATE.format(period.to());
      case MONTH -> BRIEF_MONTH.format(period.from());
      case YEAR -> period.label();
    };
  }

  /** {@code Tuesday, January 22, 2013} or {@code January 2013}. */
  static String full(Period period) {
    return switch (period.kind()) {
      case DAY -> LONG_DAY.format(period.from());
      case WEEK -> "Week " + brief(period);
      case RANGE -> brief(period);
      case MONTH -> LONG_MONTH.format(period.from());
      case YEAR -> period.label();
    };
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
