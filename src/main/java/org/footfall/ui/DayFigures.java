package org.footfall.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/** What a site's day amounts to. */
record DayFigures(
    LocalDate day, long visits, long visitors, long pageViews, long bounces, long seconds) {

  static long sum(List<DayFigures> days, ToLongFunction<DayFigures> figure) {
    return days.stream().mapToLong(figure).sum();
  }

  /** A figure divided by visits; nothing for no visits. */
  static double perVisit(List<DayFigures> days, ToLongFunction<DayFigures> figure) {
    long visits = sum(days, DayFigures::visits);
    return visits == 0 ? 0 : (double) sum(days, figure) / visits;
  }
}
