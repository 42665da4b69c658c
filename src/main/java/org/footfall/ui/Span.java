package org.footfall.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days a page shows, as its address names them: {@code last28}, {@code today}, {@code
 * yesterday}, {@code 2026-11-23}, {@code 2026-W47}, {@code 2026-11}, {@code 2026} or {@code
 * 2026-10-27..2026-11-23}.
 *
 * @param key the value of {@code date}; relative ones stay relative
 * @param today the site's current day; the span may reach beyond it
 */
record Span(String key, LocalDate from, LocalDate to, LocalDate today) {
  /** What is shown when nothing is asked for: whole weeks, so that weekdays compare. */
  static final String DEFAULT = "last28";

  private static final int LONGEST_DAYS = 3_660;
  private static final Pattern LAST = Pattern.compile("last(\\d{1,4})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

  /** Reads the value of {@code date}; empty when it is none, or longer than ten years. */
  static Optional<Span> parse(String key, LocalDate today) {
    try {
      Span span = read(key, today);
      boolean sound =
          !span.from.isAfter(span.to)
              && span.days() <= LONGEST_DAYS
              && !isFar(span.from.getYear())
              && !isFar(span.to.getYear());
      return sound ? Optional.of(span) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** Whether a year has nothing to do with visits, and may be beyond what dates can be. */
  static boolean isFar(int year) {
    return year < 1990 || year > 2200;
  }

  private static Span read(String key, LocalDate today) {
    Matcher last = LAST.matcher(key);
    if (last.matches()) {
      int days = Math.max(1, Integer.parseInt(last.group(1)));
      return new Span(key, today.minusDays(days - 1L), today, today);
    }
    Matcher week = WEEK.matcher(key);
    if (week.matches()) {
      LocalDate monday = monday(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
      return new Span(key, monday, monday.plusDays(6), today);
    }
    int dots = key.indexOf("..");
    if (dots > 0) {
      LocalDate from = LocalDate.parse(key.substring(0, dots));
      return new Span(key, from, LocalDate.parse(key.substring(dots + 2)), today);
    }
    return switch (key.length()) {
      case 4 -> year(key, Year.parse(key), today);
      case 5 -> day(key, key.equals("today") ? today : LocalDate.parse(key), today);
      case 7 -> month(key, YearMonth.parse(key), today);
      case 9 ->
          day(key, key.equals("yesterday") ? today.minusDays(1) : LocalDate.parse(key), today);
      default -> day(key, LocalDate.parse(key), today);
    };
  }

  private static LocalDate monday(int year, int week) {
    LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
    LocalDate monday = Grain.WEEK.start(inFirstWeek).plusWeeks(week - 1L);
    if (week < 1 || monday.plusDays(3).get(IsoFields.WEEK_BASED_YEAR) != year) {
      throw new DateTimeException("no such week");
    }
    return monday;
  }

  private static Span day(String key, LocalDate day, LocalDate today) {
    return new Span(key, day, day, today);
  }

  private static Span month(String key, YearMonth month, LocalDate today) {
    return new Span(key, month.atDay(1), month.atEndOfMonth(), today);
  }

  private static Span year(String key, Year year, LocalDate today) {
    return new Span(key, year.atDay(1), year.atDay(year.length()), today);
  }

  /** A span of given days under its shortest name. */
  static Span of(LocalDate from, LocalDate to, LocalDate today) {
    return new Span(from.equals(to) ? from.toString() : from + ".." + to, from, to, today);
  }

  /** How many days, both ends counted. */
  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The last day that has begun; before {@code from} when all of the span lies ahead. */
  LocalDate reached() {
    return to.isAfter(today) ? today : to;
  }

  /** The span shifted by its own length, as ‹ and › do; months and years keep their kind. */
  Span moved(int steps) {
    if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth())) {
      YearMonth month = YearMonth.from(from).plusMonths(steps);
      return month(month.toString(), month, today);
    }
    if (from.getDayOfYear() == 1 && to.equals(Year.from(from).atDay(Year.from(from).length()))) {
      Year year = Year.from(from).plusYears(steps);
      return year(year.toString(), year, today);
    }
    return of(from.plusDays(steps * days()), to.plusDays(steps * days()), today);
  }

  /** The span compared with: as many days earlier as keep weekdays on weekdays. */
  Span before() {
    long shift = (days() + 6) / 7 * 7;
    return of(from.minusDays(shift), to.minusDays(shift), today);
  }

  /** The same weekdays 52 weeks earlier. */
  Span yearBefore() {
    return of(from.minusWeeks(52), to.minusWeeks(52), today);
  }

  /** {@code 27 Oct – 23 Nov 2026}, {@code Mon 23 Nov 2026}, {@code November 2026}. */
  String label() {
    if (from.equals(to)) {
      return (from.equals(today) ? "Today, " : "") + Days.full(from);
    }
    return Days.range(from, to);
  }

  /** {@code 28 days}, or {@code week 47} and the like for a single day nothing. */
  String length() {
    return from.equals(to) ? "" : days() + " days";
  }
}
