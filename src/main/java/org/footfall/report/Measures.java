package org.footfall.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * Adds up what is measured of single actions, as the timings of page views or the values of events:
 * of how many something is known, all of it, the least and the greatest.
 */
final class Measures {
  /** The timings of a page view, in the order in which a page loads. */
  static final List<Measure> TIMES =
      List.of(
          new Measure(
              Columns.TIME_NETWORK,
              Metric.NETWORK_HITS,
              Metric.NETWORK_TIME,
              Metric.LEAST_NETWORK_TIME,
              Metric.GREATEST_NETWORK_TIME),
          new Measure(
              Columns.TIME_SERVER,
              Metric.SERVER_HITS,
              Metric.SERVER_TIME,
              Metric.LEAST_SERVER_TIME,
              Metric.GREATEST_SERVER_TIME),
          new Measure(
              Columns.TIME_TRANSFER,
              Metric.TRANSFER_HITS,
              Metric.TRANSFER_TIME,
              Metric.LEAST_TRANSFER_TIME,
              Metric.GREATEST_TRANSFER_TIME),
          new Measure(
              Columns.TIME_DOM_PROCESSING,
              Metric.DOM_PROCESSING_HITS,
              Metric.DOM_PROCESSING_TIME,
              Metric.LEAST_DOM_PROCESSING_TIME,
              Metric.GREATEST_DOM_PROCESSING_TIME),
          new Measure(
              Columns.TIME_DOM_COMPLETION,
              Metric.DOM_COMPLETION_HITS,
              Metric.DOM_COMPLETION_TIME,
              Metric.LEAST_DOM_COMPLETION_TIME,
              Metric.GREATEST_DOM_COMPLETION_TIME),
          new Measure(
              Columns.TIME_ON_LOAD,
              Metric.ON_LOAD_HITS,
              Metric.ON_LOAD_TIME,
              Metric.LEAST_ON_LOAD_TIME,
              Metric.GREATEST_ON_LOAD_TIME));

  static final List<Measure> EVENT_VALUE =
      List.of(
          new Measure(
              Columns.EVENT_VALUE,
              Metric.EVENTS_WITH_VALUE,
              Metric.EVENT_VALUES,
              Metric.LEAST_EVENT_VALUE,
              Metric.GREATEST_EVENT_VALUE));

  static final List<Measure> FOUND =
      List.of(new Measure(Columns.SEARCH_COUNT, null, null, null, Metric.MOST_FOUND));

  private final GroupBuilder groups;
  private final NumberColumn[] numbers;
  private final int[][] places;
  private final int anyAt;
  private final int allAt;

  /** A column of {@link Told} numbers, and what is counted of them; null for what is not. */
  record Measure(Column column, Metric hits, Metric sum, Metric least, Metric greatest) {
    List<Metric> metrics() {
      return Stream.of(hits, sum, least, greatest).filter(Objects::nonNull).toList();
    }
  }

  /** Only what the layout has is counted. */
  Measures(List<Measure> measures, LogTable actions, MetricLayout layout, GroupBuilder groups) {
    this.groups = groups;
    this.numbers = new NumberColumn[measures.size()];
    this.places = new int[numbers.length][];
    this.anyAt = layout.place(Metric.TIMED_HITS);
    this.allAt = layout.place(Metric.LOAD_TIME);
    for (int i = 0; i < numbers.length; i++) {
      Measure measure = measures.get(i);
      numbers[i] = actions.number(measure.column());
      places[i] =
          new int[] {
            layout.place(measure.hits()),
            layout.place(measure.sum()),
            layout.place(measure.least()),
            layout.place(measure.greatest())
          };
    }
  }

  /** How long all page views took, which pages keep to themselves. */
  static List<Metric> sums() {
    return TIMES.stream().map(Measure::sum).toList();
  }

  static List<Column> columns(List<Measure> measures) {
    return measures.stream().map(Measure::column).toList();
  }

  /** Adds what is measured of an action to its group. */
  void add(int group, int row) {
    boolean any = false;
    for (int i = 0; i < numbers.length; i++) {
      long told = numbers[i].get(row);
      if (Told.isThere(told)) {
        any = true;
        join(group, places[i][0], 1);
        join(group, places[i][1], Told.value(told));
        join(group, allAt, Told.value(told));
        join(group, places[i][2], told);
        join(group, places[i][3], told);
      }
    }
    if (any) {
      join(group, anyAt, 1);
    }
  }

  private void join(int group, int place, long number) {
    if (place >= 0) {
      groups.join(group, place, number);
    }
  }
}
