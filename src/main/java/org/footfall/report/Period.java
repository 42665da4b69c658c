package org.footfall.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of whole days of a site, both ends included: one day, a week from Monday to Sunday, a
 * month, a year, or any range.
 */
public record Period(Kind kind, LocalDate from, LocalDate to) {
  /** How a period is bounded. */
  public enum Kind {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    RANGE
  }

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends on or after " + from + ", not on " + to);
    }
  }

  /** The period of this kind that holds the day; of a range, the day alone. */
  public static Period of(Kind kind, LocalDate day) {
    return switch (kind) {
      case DAY, RANGE -> new Period(kind, day, day);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Period(kind, monday, monday.plusDays(6));
      }
      case MONTH ->
          new Period(kind, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
      case YEAR ->
          new Period(kind, day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
    };
  }

  public static Period range(LocalDate from, LocalDate to) {
    return new Period(Kind.RANGE, from, to);
  }

  /** The period that many after this one (before it, when negative), of the same kind. */
  public Period plus(long count) {
    return switch (kind) {
      case DAY -> of(kind, from.plusDays(count));
      case WEEK -> of(kind, from.plusWeeks(count));
      case MONTH -> of(kind, from.plusMonths(count));
      case YEAR -> of(kind, from.plusYears(count));
      case RANGE -> range(from.plusDays(count * days()), to.plusDays(count * days()));
    };
  }

  /** How many days it has. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /**
   * {@code 2024-01-31}, {@code 2024-01-29,2024-02-04} (week and range), {@code 2024-01}, {@code
   * 2024}.
   */
  public String label() {
    return switch (kind) {
      case DAY -> from.toString();
      case WEEK, RANGE -> from + "," + to;
      case MONTH -> from.toString().substring(0, 7);
      case YEAR -> from.toString().substring(0, 4);
    };
  }
}
