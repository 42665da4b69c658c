package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one {@link Source} counted: keys of one or more parts, with their numbers. Immutable once
 * built; of a day, or joined from several days.
 */
final class Groups {
  private final MetricLayout layout;
  private final List<List<String>> keys;
  private final List<String> notes;
  private final long[] values;

  /**
   * @param notes what each group was first seen as, which is no part of its key
   */
  Groups(MetricLayout layout, List<List<String>> keys, List<String> notes, long[] values) {
    this.layout = layout;
    this.keys = keys;
    this.notes = notes;
    this.values = values;
  }

  int size() {
    return keys.size();
  }

  MetricLayout layout() {
    return layout;
  }

  List<String> key(int group) {
    return keys.get(group);
  }

  String note(int group) {
    return notes.get(group);
  }

  /** A copy of the group's numbers. */
  long[] values(int group) {
    int width = layout.size();
    return Arrays.copyOfRange(values, group * width, (group + 1) * width);
  }

  /** Bytes held, roughly; texts that other objects share are counted here too. */
  long weight() {
    long weight = 64 + 8L * values.length;
    for (List<String> key : keys) {
      weight += 32;
      for (String part : key) {
        weight += 56 + part.length();
      }
    }
    return weight;
  }

  /** Joins days: same keys meet. */
  static final class Joiner {
    private final MetricLayout layout;
    private final int most;
    private final Map<List<String>, Integer> index = new HashMap<>();
    private final List<List<String>> keys = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long[] values = new long[0];

    /**
     * @param most how many groups there may be
     */
    Joiner(MetricLayout layout, int most) {
      this.layout = layout;
      this.most = most;
    }

    /**
     * @throws ReportRefused when there are too many groups
     */
    void add(Groups day) throws ReportRefused {
      for (int i = 0; i < day.size(); i++) {
        int place = place(day.key(i), day.note(i));
        layout.join(values, place, day.values, i * layout.size());
      }
    }

    /** Where the key's numbers are; may move {@link #values}. */
    private int place(List<String> key, String note) throws ReportRefused {
      Integer known = index.get(key);
      if (known != null) {
        return known;
      }
      if (keys.size() >= most) {
        throw ReportRefused.tooManyRows(most);
      }
      int place = keys.size() * layout.size();
      if (values.length < place + layout.size()) {
        values = Arrays.copyOf(values, Math.max(64 * layout.size(), values.length * 2));
      }
      index.put(key, place);
      keys.add(key);
      notes.add(note);
      return place;
    }

    Groups build() {
      return new Groups(layout, List.copyOf(keys), List.copyOf(notes), values);
    }
  }
}
