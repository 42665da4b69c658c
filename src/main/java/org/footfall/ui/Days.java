package org.footfall.ui;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** How days, ranges of days and times are written. */
final class Days {
  private static final DateTimeFormatter SHORT = pattern("d MMM");
  private static final DateTimeFormatter LONG = pattern("d MMM yyyy");
  private static final DateTimeFormatter WEEKDAY = pattern("EEE d MMM");
  private static final DateTimeFormatter FULL = pattern("EEE d MMM yyyy");
  private static final DateTimeFormatter MONTH = pattern("MMMM yyyy");
  private static final DateTimeFormatter TIME = pattern("HH:mm");

  private Days() {}

  /** {@code 23 Nov}. */
  static String brief(LocalDate day) {
    return SHORT.format(day);
  }

  /** {@code Mon 23 Nov}. */
  static String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** {@code Mon 23 Nov 2026}. */
  static String full(LocalDate day) {
    return FULL.format(day);
  }

  /** {@code November 2026}. */
  static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** {@code week 47}. */
  static String week(LocalDate day) {
    return "week " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /** {@code 27 Oct – 23 Nov 2026}, {@code 1 – 30 Nov 2026}, {@code 23 Nov 2026}. */
  static String range(LocalDate from, LocalDate to) {
    return start(from, to) + LONG.format(to);
  }

  /** The same without the year, where it is said nearby. */
  static String briefRange(LocalDate from, LocalDate to) {
    return from.getYear() == to.getYear() ? start(from, to) + SHORT.format(to) : range(from, to);
  }

  /** {@code 14:03}. */
  static String time(ZonedDateTime time) {
    return TIME.format(time);
  }

  private static String start(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return "";
    }
    if (from.getYear() != to.getYear()) {
      return LONG.format(from) + " – ";
    }
    return (from.getMonth() == to.getMonth() ? from.getDayOfMonth() : SHORT.format(from)) + " – ";
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
