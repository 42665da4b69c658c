package org.footfall.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The time zones a clock was set to, in order. A change takes effect at the midnight that begins
 * its day in the new zone, so that every instant belongs to exactly one day and days never overlap.
 */
public record ZoneHistory(List<Entry> entries) {
  /** From this day on (the first entry: for ever before, too) the clock shows this zone. */
  public record Entry(LocalDate from, ZoneId zone) {}

  public ZoneHistory {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a zone history needs one zone at least");
    }
  }

  public static ZoneHistory of(ZoneId zone) {
    return new ZoneHistory(List.of(new Entry(LocalDate.MIN, zone)));
  }

  /** The zone in force at an instant. */
  public ZoneId zoneAt(Instant instant) {
    return entries.get(entryAt(instant)).zone();
  }

  private int entryAt(Instant instant) {
    for (int i = entries.size() - 1; i > 0; i--) {
      Entry entry = entries.get(i);
      if (!instant.isBefore(entry.from().atStartOfDay(entry.zone()).toInstant())) {
        return i;
      }
    }
    return 0;
  }

  /**
   * The day an instant belongs to. A clock that is about to be set back by more than a day shows
   * the day after the change already; that day has not come.
   */
  public LocalDate dayOf(Instant instant) {
    int i = entryAt(instant);
    LocalDate day = instant.atZone(entries.get(i).zone()).toLocalDate();
    boolean ahead = i + 1 < entries.size() && day.isAfter(entries.get(i + 1).from());
    return ahead ? entries.get(i + 1).from() : day;
  }

  /** The first instant that belongs to a day. */
  public Instant startOf(LocalDate day) {
    int i = entries.size() - 1;
    while (i > 0 && day.isBefore(entries.get(i).from())) {
      i--;
    }
    Instant start = day.atStartOfDay(entries.get(i).zone()).toInstant();
    if (i > 0 && day.equals(entries.get(i).from())) {
      // The clock of before may have shown this day already; then it goes on being the same day.
      Instant before = day.atStartOfDay(entries.get(i - 1).zone()).toInstant();
      return before.isBefore(start) ? before : start;
    }
    return start;
  }

  /** The zone in force now and from the last change on. */
  public ZoneId current() {
    return entries.get(entries.size() - 1).zone();
  }
}
