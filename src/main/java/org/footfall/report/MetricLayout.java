package org.footfall.report;

import java.util.Arrays;
import java.util.List;

/** Which place in a row's array of numbers holds which metric. */
final class MetricLayout {
  private final List<Metric> metrics;

  /** By the metric's ordinal. */
  private final int[] places = new int[Metric.values().length];

  MetricLayout(List<Metric> metrics) {
    this.metrics = List.copyOf(metrics);
    Arrays.fill(places, -1);
    for (int i = 0; i < metrics.size(); i++) {
      places[metrics.get(i).ordinal()] = i;
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
    return metric == null ? -1 : places[metric.ordinal()];
  }

  /** Joins a day's (or a page's) numbers into others, which change. */
  void join(long[] into, int at, long[] from, int start) {
    for (int i = 0; i < metrics.size(); i++) {
      into[at + i] = metrics.get(i).join().of(into[at + i], from[start + i]);
    }
  }
}
