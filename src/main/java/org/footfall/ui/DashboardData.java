package org.footfall.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a dashboard shows, as numbers.
 *
 * @param days each day of the period that has begun, in order
 * @param before each day of the period compared with, in order; empty for no comparison
 * @param hours visits by hour, for a period of one day; else empty
 * @param hoursBefore the same of the day compared with
 * @param weekHours visits by weekday (Monday first) and hour, or empty for long periods
 * @param lastVisit the latest day with visits before the period's end, if there is one
 */
record DashboardData(
    List<DayFigures> days,
    List<DayFigures> before,
    List<Long> hours,
    List<Long> hoursBefore,
    List<List<Long>> weekHours,
    Ranking pages,
    Ranking entryPages,
    Ranking channels,
    Ranking websites,
    Optional<LocalDate> lastVisit) {

  /**
   * The highest rows of a report.
   *
   * @param rows how many there are in all
   * @param total the sum over all rows
   */
  record Ranking(List<Item> items, long rows, long total) {
    static final Ranking EMPTY = new Ranking(List.of(), 0, 0);
  }

  /** A row: what it is, and how often. */
  record Item(String label, long value) {}
}
