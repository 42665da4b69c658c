package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts one day's rows into {@link Groups}. */
final class GroupBuilder {
  private final MetricLayout layout;
  private final Map<List<String>, Integer> index = new HashMap<>();
  private final List<List<String>> keys = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Metric, DistinctCounter> distinct = new EnumMap<>(Metric.class);
  private long[] values;

  GroupBuilder(MetricLayout layout) {
    this.layout = layout;
    this.values = new long[16 * layout.size()];
    for (Metric metric : layout.metrics()) {
      if (metric.join() == Metric.Join.UNIQUE) {
        distinct.put(metric, new DistinctCounter());
      }
    }
  }

  /** The number of the key's group. */
  int group(List<String> key) {
    return group(key, "");
  }

  /** The number of the key's group; of a key's notes the first is kept. */
  int group(List<String> key, String note) {
    Integer known = index.putIfAbsent(key, keys.size());
    if (known != null) {
      return known;
    }
    keys.add(key);
    notes.add(note);
    if (keys.size() * layout.size() > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    return keys.size() - 1;
  }

  int size() {
    return keys.size();
  }

  /** Adds to a sum, or raises a maximum. */
  void count(int group, Metric metric, long amount) {
    int place = group * layout.size() + layout.place(metric);
    values[place] =
        metric.join() == Metric.Join.MAX ? Math.max(values[place], amount) : values[place] + amount;
  }

  /** Tells that this visitor, or user, belongs to what a unique metric counts. */
  void seen(int group, Metric metric, int who) {
    distinct.get(metric).add(group, who);
  }

  Groups build() {
    distinct.forEach(
        (metric, counter) ->
            counter.count(
                (group, count) -> values[group * layout.size() + layout.place(metric)] = count));
    return new Groups(layout, List.copyOf(keys), List.copyOf(notes), values);
  }
}
