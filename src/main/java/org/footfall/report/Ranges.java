package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in ranges: {@code 1}, {@code 6-7}, {@code 21+}.
 *
 * @param starts the first number of each range, in rising order; the last range has no end
 * @param unit how much of what is counted makes one
 */
record Ranges(List<Long> starts, long unit) {
  /** The place of what is in no range. */
  static final int NONE = -1;

  static Ranges of(long... starts) {
    return by(1, starts);
  }

  static Ranges by(long unit, long... starts) {
    List<Long> all = new ArrayList<>();
    for (long start : starts) {
      all.add(start);
    }
    return new Ranges(List.copyOf(all), unit);
  }

  /** The place of the range that a number is in; {@link #NONE} before the first. */
  int place(long number) {
    long units = Math.floorDiv(number, unit);
    int place = NONE;
    while (place + 1 < starts.size() && starts.get(place + 1) <= units) {
      place++;
    }
    return place;
  }

  String name(int place) {
    if (place < 0) {
      return "";
    }
    long start = starts.get(place);
    if (place == starts.size() - 1) {
      return start + "+";
    }
    long end = starts.get(place + 1) - 1;
    return start == end ? Long.toString(start) : start + "-" + end;
  }

  /** All ranges by name, in their order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int place = 0; place < starts.size(); place++) {
      names.add(name(place));
    }
    return names;
  }
}
