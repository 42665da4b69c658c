package org.footfall.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How finely a chart cuts time. Hours are shown for a single day and cannot be asked for. */
enum Grain {
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /** The value of {@code by}, if it is one. */
  static Optional<Grain> parse(String text) {
    return switch (text) {
      case "day" -> Optional.of(DAY);
      case "week" -> Optional.of(WEEK);
      case "month" -> Optional.of(MONTH);
      default -> Optional.empty();
    };
  }

  /** Up to 92 days by day, up to two years by week, longer by month. */
  static Grain fitting(long days) {
    if (days == 1) {
      return HOUR;
    }
    if (days <= 92) {
      return DAY;
    }
    return days <= 731 ? WEEK : MONTH;
  }

  /** The first day of the slot a day belongs to. */
  LocalDate start(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** As in {@code by} and in titles. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
