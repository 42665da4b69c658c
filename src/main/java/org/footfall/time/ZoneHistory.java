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
    for (int i = entries.size() - 1; i > 0; i--) {
      Entry entry = entries.get(i);
      if (!instant.isBefore(entry.from().atStartOfDay(entry.zone()).toInstant())) {
        return entry.zone();
      }
    }
    return entries.get(0).zone();
  }

  /** The day an instant belongs to. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zoneAt(instant)).toLocalDate();
  }

  /** The first instant of a day, on the clock that shows the day. */
  public Instant startOf(LocalDate day) {
    for (int i = entries.size() - 1; i > 0; i--) {
      Entry entry = entries.get(i);
      if (!day.isBefore(entry.from())) {
        return day.atStartOfDay(entry.zone()).toInstant();
      }
    }
    return day.atStartOfDay(entries.get(0).zone()).toInstant();
  }

  /** The zone in force now and from the last change on. */
  public ZoneId current() {
    return entries.get(entries.size() - 1).zone();
  }
}
