package org.footfall.report;

import static org.footfall.report.Metric.ACTIONS;
import static org.footfall.report.Metric.BOUNCES;
import static org.footfall.report.Metric.CONVERTED_VISITS;
import static org.footfall.report.Metric.ENTRY_ACTIONS;
import static org.footfall.report.Metric.ENTRY_BOUNCES;
import static org.footfall.report.Metric.ENTRY_SECONDS;
import static org.footfall.report.Metric.ENTRY_UNIQUE_VISITORS;
import static org.footfall.report.Metric.ENTRY_VISITS;
import static org.footfall.report.Metric.EXIT_UNIQUE_VISITORS;
import static org.footfall.report.Metric.EXIT_VISITS;
import static org.footfall.report.Metric.HITS;
import static org.footfall.report.Metric.MAX_ACTIONS;
import static org.footfall.report.Metric.PAGE_SECONDS;
import static org.footfall.report.Metric.UNIQUE_VISITORS;
import static org.footfall.report.Metric.USERS;
import static org.footfall.report.Metric.VISITS;
import static org.footfall.report.Metric.VISIT_SECONDS;

import java.util.List;
import org.footfall.visitlog.Columns;

/**
 * What one pass over a day's rows counts by. Several reports read the same source; a source of
 * visits is its line here and nothing else.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists and records of columns that nobody changes
enum Source {
  /** The whole day, under its weekday's number (1 = Monday). */
  DAY,
  /** The hour in which a visit began. */
  HOUR(new VisitKey.Hour(Columns.FIRST_ACTION_TIME)),
  /** Type, name, keyword, address. A row of fewer parts counts a visitor once for each of these. */
  REFERRER(
      new VisitKey.Code(Columns.REFERRER_TYPE),
      new VisitKey.Text(Columns.REFERRER_NAME),
      new VisitKey.Text(Columns.REFERRER_KEYWORD),
      new VisitKey.Text(Columns.REFERRER_URL)),
  /** Address without protocol; noted: the whole address, as it was seen first. */
  PAGE_URL(PageColumns.URL),
  PAGE_TITLE(PageColumns.TITLE);

  private static final MetricLayout OF_VISITS =
      new MetricLayout(
          List.of(
              UNIQUE_VISITORS,
              VISITS,
              ACTIONS,
              USERS,
              MAX_ACTIONS,
              VISIT_SECONDS,
              BOUNCES,
              CONVERTED_VISITS));
  private static final MetricLayout OF_PAGES =
      new MetricLayout(
          List.of(
              VISITS,
              UNIQUE_VISITORS,
              HITS,
              PAGE_SECONDS,
              ENTRY_UNIQUE_VISITORS,
              ENTRY_VISITS,
              ENTRY_ACTIONS,
              ENTRY_SECONDS,
              ENTRY_BOUNCES,
              EXIT_UNIQUE_VISITORS,
              EXIT_VISITS));

  private final List<VisitKey> keys;
  private final PageColumns pages;

  Source(VisitKey... keys) {
    this.keys = List.of(keys);
    this.pages = null;
  }

  Source(PageColumns pages) {
    this.keys = List.of();
    this.pages = pages;
  }

  /** Whether a pass over the visits alone is enough. */
  boolean ofVisits() {
    return pages == null;
  }

  List<VisitKey> keys() {
    return keys;
  }

  PageColumns pages() {
    return pages;
  }

  MetricLayout layout() {
    return ofVisits() ? OF_VISITS : OF_PAGES;
  }
}
