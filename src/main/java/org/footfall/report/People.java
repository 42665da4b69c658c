package org.footfall.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/**
 * Who was counted in which group over some days, so that unique counts of a row are those of the
 * whole time and of all that the row sums up.
 *
 * <p>The idea. What is kept of days has unique counts, but not whose they are: that would be many
 * times as much, and few ask for it. So it is gathered when asked for: days are counted anew, and
 * whoever a pass counts as unique in a group of a part is put into that group's set, of all days.
 * Visitors are known by their ordinals; one without is told apart within a day only, and gets a
 * number below 0 there; users are numbered as they are met.
 */
final class People {
  /** How much may be told apart for each row that a report may have. */
  private static final long BYTES_A_ROW = 64;

  /** After so many people it is looked how much memory they take. */
  private static final int LOOK_UP = 1 << 18;

  private final long mostBytes;
  private final KeyIndex keys = new KeyIndex();
  private final Map<Metric, CrowdBuilder> crowds = new EnumMap<>(Metric.class);
  private final LongIntMap users = new LongIntMap();
  private LongIntMap strangers = new LongIntMap();
  private int strangersBefore;
  private LocalDate day;
  private int added;

  /**
   * @param mostRows how many rows a report may have
   */
  People(Source source, int mostRows) {
    this.mostBytes = BYTES_A_ROW * mostRows;
    for (Metric metric : source.layout().metrics()) {
      if (metric.join() == Metric.Join.UNIQUE) {
        crowds.put(metric, new CrowdBuilder());
      }
    }
  }

  /** Goes to a day; who has no ordinal is somebody else on each. */
  void begin(LocalDate newDay) {
    if (!newDay.equals(day)) {
      day = newDay;
      strangersBefore += strangers.size();
      strangers = new LongIntMap();
    }
  }

  /**
   * The number of a visitor.
   *
   * @param ordinal 0 for none
   */
  int visitor(long ordinal, long visitorId) {
    return ordinal > 0 ? (int) ordinal : -1 - strangersBefore - strangers.add(visitorId);
  }

  /** The number of a user. */
  int user(long hash) {
    return users.add(hash);
  }

  /** The number of a key's group among those of all days. */
  int group(byte[] key, int from, int to) {
    return keys.add(key, from, to);
  }

  /** Puts somebody into a group. */
  void add(Metric metric, int group, int person) {
    crowds.get(metric).add(group, person);
    added++;
  }

  /**
   * Looks whether they have not become too many.
   *
   * @throws ReportRefused when they have
   */
  void check() throws ReportRefused {
    if (added >= LOOK_UP) {
      added = 0;
      if (crowds.values().stream().mapToLong(CrowdBuilder::weight).sum() > mostBytes) {
        throw ReportRefused.tooManyPeople(mostBytes);
      }
    }
  }

  /** All groups with the people in them. These are used up. */
  Groups in(Groups groups) {
    TextList sorted = groups.keys();
    int[] places = new int[keys.size()];
    Arrays.fill(places, -1);
    for (int place = 0; place < sorted.size(); place++) {
      places[keys.add(sorted.bytes(), sorted.start(place), sorted.end(place))] = place;
    }
    Map<Metric, Crowds> people = new EnumMap<>(Metric.class);
    crowds.forEach((metric, crowd) -> people.put(metric, crowd.build().moved(places, true)));
    return with(groups, people);
  }

  /** The same people under other groups. */
  static Map<Metric, Crowds> moved(Map<Metric, Crowds> people, int[] places) {
    Map<Metric, Crowds> moved = new EnumMap<>(Metric.class);
    people.forEach((metric, crowd) -> moved.put(metric, crowd.moved(places, false)));
    return moved;
  }

  /** Groups whose unique counts are those of these people. */
  static Groups with(Groups groups, Map<Metric, Crowds> people) {
    Groups exact = groups.with(people);
    for (Map.Entry<Metric, Crowds> entry : people.entrySet()) {
      long[] counts = new long[groups.size()];
      for (int group = 0; group < counts.length; group++) {
        counts[group] = entry.getValue().count(group);
      }
      exact = exact.with(entry.getKey(), Numbers.of(counts));
    }
    return exact;
  }
}
