package org.footfall.report;

import java.util.EnumSet;
import java.util.Set;

/** What a Matomo's queries over a day sum up, and do not just count; see {@link Report#texts()}. */
final class SqlSums {
  /** Of visits by what is known of them. */
  static final Set<Metric> OF_VISITS =
      Set.of(Metric.ACTIONS, Metric.VISIT_SECONDS, Metric.BOUNCES, Metric.CONVERTED_VISITS);

  /** The same where there may be very many rows: all but the first are summed up once more. */
  static final Set<Metric> OF_MANY_VISITS =
      Set.of(
          Metric.UNIQUE_VISITORS,
          Metric.VISITS,
          Metric.USERS,
          Metric.ACTIONS,
          Metric.VISIT_SECONDS,
          Metric.BOUNCES,
          Metric.CONVERTED_VISITS);

  /** Of visits that have something, where nothing else is told of them. */
  static final Set<Metric> OF_VISITS_ALONE = Set.of(Metric.VISITS);

  static final Set<Metric> OF_PAGES = ofPages();
  static final Set<Metric> OF_EVENTS =
      Set.of(Metric.VISITS, Metric.EVENTS, Metric.EVENTS_WITH_VALUE);
  static final Set<Metric> OF_CONTENTS = Set.of(Metric.VISITS, Metric.IMPRESSIONS);

  private SqlSums() {}

  private static Set<Metric> ofPages() {
    Set<Metric> sums =
        EnumSet.of(
            Metric.ENTRY_VISITS,
            Metric.ENTRY_ACTIONS,
            Metric.ENTRY_SECONDS,
            Metric.ENTRY_BOUNCES,
            Metric.EXIT_VISITS,
            Metric.HITS_AFTER_SEARCH);
    Measures.TIMES.forEach(time -> sums.add(time.hits()));
    return Set.copyOf(sums);
  }
}
