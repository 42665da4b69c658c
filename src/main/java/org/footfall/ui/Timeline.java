package org.footfall.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a dashboard's days into the moments of its chart. A day and the one it is compared with keep
 * the same place in their periods, so that slots of weeks and months compare like with like.
 *
 * @param hour the hour that is running at the site
 */
record Timeline(DashboardQuery query, DashboardData data, int hour) {

  List<TimeChart.Moment> moments(KeyFigure figure) {
    return query.grain() == Grain.HOUR ? hours() : slots(figure);
  }

  /** Of a single day only visits are known by hour. */
  private List<TimeChart.Moment> hours() {
    boolean today = query.span().from().equals(query.span().today());
    List<TimeChart.Moment> moments = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String label = (i < 10 ? "0" : "") + i + ":00";
      boolean reached = i < data.hours().size() && (!today || i <= hour);
      Double before =
          i < data.hoursBefore().size() ? data.hoursBefore().get(i).doubleValue() : null;
      moments.add(
          new TimeChart.Moment(
              label,
              i % 6 == 0 ? label : "",
              query.before().map(span -> Days.weekday(span.from())).orElse(""),
              reached ? data.hours().get(i).doubleValue() : null,
              before,
              false,
              today && i == hour));
    }
    return moments;
  }

  private List<TimeChart.Moment> slots(KeyFigure figure) {
    Grain grain = query.grain();
    Span span = query.span();
    List<TimeChart.Moment> moments = new ArrayList<>();
    int first = 0;
    int days = (int) span.days();
    for (int i = 1; i <= days; i++) {
      LocalDate start = span.from().plusDays(first);
      if (i == days || !grain.start(span.from().plusDays(i)).equals(grain.start(start))) {
        moments.add(moment(figure, grain, first, i));
        first = i;
      }
    }
    return moments;
  }

  private TimeChart.Moment moment(KeyFigure figure, Grain grain, int first, int end) {
    Span span = query.span();
    LocalDate from = span.from().plusDays(first);
    LocalDate to = span.from().plusDays(end - 1L);
    List<DayFigures> now = part(data.days(), first, end);
    List<DayFigures> before = part(data.before(), first, end);
    return new TimeChart.Moment(
        label(grain, from, to),
        tick(grain, from, to),
        query
            .before()
            .map(b -> Days.briefRange(b.from().plusDays(first), b.from().plusDays(end - 1L)))
            .orElse(""),
        now.isEmpty() ? null : figure.of(now),
        before.isEmpty() ? null : figure.of(before),
        grain == Grain.DAY && from.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0,
        !span.today().isBefore(from) && !span.today().isAfter(to));
  }

  private static List<DayFigures> part(List<DayFigures> days, int first, int end) {
    return first >= days.size() ? List.of() : days.subList(first, Math.min(end, days.size()));
  }

  private static String label(Grain grain, LocalDate from, LocalDate to) {
    return switch (grain) {
      case WEEK -> "Week " + Days.week(from).substring(5) + ", " + Days.range(from, to);
      case MONTH -> Days.month(from);
      case HOUR, DAY -> Days.weekday(from);
    };
  }

  private String tick(Grain grain, LocalDate from, LocalDate to) {
    LocalDate today = query.span().today();
    return switch (grain) {
      case WEEK -> Days.brief(from);
      case MONTH -> Days.month(from).substring(0, 3) + " " + from.getYear();
      case HOUR, DAY -> {
        if (to.equals(today)) {
          yield "Today";
        }
        boolean few = query.span().days() <= 7;
        yield few || from.getDayOfWeek() == DayOfWeek.MONDAY ? Days.weekday(from) : "";
      }
    };
  }
}
