package org.footfall.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/**
 * Actions of one kind that are counted by what they say.
 *
 * @param count what each one counts as
 * @param apart a text; an action that has it counts as nothing but {@code apartCount}. Null: none
 * @param noted kept of each key's first action; null for nothing
 */
record Occurrences(
    long kind,
    Metric count,
    List<Measures.Measure> measures,
    Column apart,
    Metric apartCount,
    Column noted) {
  private static final long PAGE_VIEW = 1;
  private static final long OUTLINK = 2;
  private static final long DOWNLOAD = 3;
  private static final long SEARCH = 8;
  private static final long EVENT = 10;
  private static final long CONTENT = 13;

  static final Occurrences OUTLINKS = addresses(OUTLINK);
  static final Occurrences DOWNLOADS = addresses(DOWNLOAD);
  static final Occurrences SEARCHES =
      new Occurrences(SEARCH, Metric.ACTIONS, List.of(), null, null, null);
  static final Occurrences EVENTS =
      new Occurrences(EVENT, Metric.EVENTS, Measures.EVENT_VALUE, null, null, null);
  static final Occurrences CONTENTS =
      new Occurrences(
          CONTENT,
          Metric.IMPRESSIONS,
          List.of(),
          Columns.CONTENT_INTERACTION,
          Metric.INTERACTIONS,
          null);
  static final Occurrences TIMINGS =
      new Occurrences(PAGE_VIEW, Metric.HITS, Measures.TIMES, null, null, null);

  private static Occurrences addresses(long kind) {
    return new Occurrences(kind, Metric.HITS, List.of(), null, null, Columns.URL_PREFIX);
  }

  /** The columns of actions that counting needs, besides the keys'. */
  Set<Column> columns() {
    Set<Column> columns = new LinkedHashSet<>(Measures.columns(measures));
    columns.add(Columns.ACTION_VISIT_ID);
    columns.add(Columns.KIND);
    if (apart != null) {
      columns.add(apart);
    }
    if (noted != null) {
      columns.add(noted);
    }
    return columns;
  }

  /** What is counted. */
  MetricLayout layout() {
    List<Metric> metrics = new ArrayList<>(List.of(Metric.UNIQUE_VISITORS, Metric.VISITS, count));
    measures.forEach(measure -> metrics.addAll(measure.metrics()));
    if (apartCount != null) {
      metrics.add(apartCount);
    }
    if (measures == Measures.TIMES) {
      metrics.addAll(List.of(Metric.TIMED_HITS, Metric.LOAD_TIME));
    } else if (count == Metric.HITS) {
      metrics.add(Metric.PAGE_SECONDS); // never counted, but clients expect it
    }
    return new MetricLayout(metrics);
  }
}
