package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;
import static org.footfall.segment.SegmentDimension.metric;
import static org.footfall.visitlog.Columns.FIRST_ACTION_TIME;
import static org.footfall.visitlog.Columns.LAST_ACTION_TIME;
import static org.footfall.visitlog.Columns.LOCAL_TIME;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.List;
import org.footfall.visitlog.Column;

/** When a visit was, one line each. */
final class TimeDimensions {
  private static final String VISITORS = "Visitors";
  private static final String HOURS = "0, 1, …, 23";
  private static final String SIXTY = "0, 1, …, 59";
  private static final long DAY = 86_400;

  static final List<SegmentDimension> ALL =
      List.of(
          dimension(
              "visitLocalHour",
              "Visitor's hour at the start",
              VISITORS,
              HOURS,
              part(LOCAL_TIME, 3_600, 24)),
          metric(
              "visitLocalMinute",
              "Visitor's minute at the start",
              VISITORS,
              SIXTY,
              part(LOCAL_TIME, 60, 60)),
          dimension(
              "visitStartServerHour",
              "Site's hour at the start",
              VISITORS,
              HOURS,
              siteHour(FIRST_ACTION_TIME)),
          dimension(
              "visitStartServerMinute",
              "UTC minute at the start",
              VISITORS,
              SIXTY,
              part(FIRST_ACTION_TIME, 60, 60)),
          dimension(
              "visitServerHour",
              "Site's hour at the end",
              VISITORS,
              HOURS,
              siteHour(LAST_ACTION_TIME)),
          dimension(
              "visitEndServerMinute",
              "UTC minute at the end",
              VISITORS,
              SIXTY,
              part(LAST_ACTION_TIME, 60, 60)),
          dimension(
              "visitEndServerSecond",
              "UTC second at the end",
              VISITORS,
              SIXTY,
              part(LAST_ACTION_TIME, 1, 60)),
          dimension("visitEndServerDate", "UTC day at the end", VISITORS, "2026-12-31", date()),
          dimension(
              "visitEndServerDayOfMonth",
              "UTC day of the month at the end",
              VISITORS,
              "1, 2, …, 31",
              end(ChronoField.DAY_OF_MONTH)),
          dimension(
              "visitEndServerDayOfWeek",
              "UTC day of the week at the end",
              VISITORS,
              "1 (Sunday), 2, …, 7",
              weekday()),
          dimension(
              "visitEndServerDayOfYear",
              "UTC day of the year at the end",
              VISITORS,
              "1, 2, …, 366",
              end(ChronoField.DAY_OF_YEAR)),
          dimension(
              "visitEndServerWeekOfYear",
              "UTC week at the end",
              VISITORS,
              "1, 2, …, 53",
              end(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
          dimension(
              "visitEndServerMonth",
              "UTC month at the end",
              VISITORS,
              "1, 2, …, 12",
              end(ChronoField.MONTH_OF_YEAR)),
          dimension(
              "visitEndServerQuarter",
              "UTC quarter at the end",
              VISITORS,
              "1, 2, 3, 4",
              end(IsoFields.QUARTER_OF_YEAR)),
          dimension(
              "visitEndServerYear",
              "UTC year at the end",
              VISITORS,
              "2026",
              end(ChronoField.YEAR)));

  private TimeDimensions() {}

  /** A part of the time of day, of seconds in UTC or of the day. */
  private static Values part(Column seconds, long unit, long units) {
    return NumberValues.of(
        seconds,
        NumberForm.WHOLE,
        (number, clock) -> Math.floorMod(Math.floorDiv(number, unit), units));
  }

  private static Values siteHour(Column time) {
    return NumberValues.of(
        time,
        NumberForm.WHOLE,
        (number, clock) -> Math.floorMod(clock.seconds(number), DAY) / 3_600);
  }

  private static Values date() {
    return NumberValues.of(
        LAST_ACTION_TIME, NumberForm.DATE, (number, clock) -> Math.floorDiv(number, DAY));
  }

  private static Values end(TemporalField field) {
    return NumberValues.of(
        LAST_ACTION_TIME, NumberForm.WHOLE, (number, clock) -> day(number).get(field));
  }

  /** Databases begin the week with Sunday. */
  private static Values weekday() {
    return NumberValues.of(
        LAST_ACTION_TIME,
        NumberForm.WHOLE,
        (number, clock) -> day(number).getDayOfWeek().getValue() % 7 + 1);
  }

  private static LocalDate day(long time) {
    return LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
  }
}
