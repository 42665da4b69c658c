package org.footfall.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which place in a row's array of numbers holds which metric. */
final class MetricLayout {
  private final List<Metric> metrics;
  private final Map<Metric, Integer> places = new EnumMap<>(Metric.class);

  MetricLayout(List<Metric> metrics) {
    this.metrics = List.copyOf(metrics);
    for (int i = 0; i < metrics.size(); i++) {
      places.put(metrics.get(i), i);
    }
  }

  List<Metric> metrics() {
    return metrics;
  }

  int size() {
    return metrics.size();
  }

  Metric metric(int place) {
    return metrics.get(place);
  }

  /** The metric's place, or -1 where rows do not have it, and for null. */
  int place(Metric metric) {
    // One look where getOrDefault takes two, for every number of every row.
    Integer place = metric == null ? null : places.get(metric);
    return place == null ? -1 : place;
  }

  /** Joins a day's (or a page's) numbers into others, which change. */
  void join(long[] into, int at, long[] from, int start) {
    for (int i = 0; i < metrics.size(); i++) {
      into[at + i] = metrics.get(i).join().of(into[at + i], from[start + i]);
    }
  }
}
