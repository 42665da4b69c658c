package org.footfall.report;

import java.time.LocalDate;

/**
 * Counts that are stored: of a period, from its first day up to a last one.
 *
 * @param fingerprint of the days counted, {@link Versions#fingerprint}
 */
record StoredCounts(Period.Kind kind, LocalDate from, LocalDate to, long fingerprint) {
  /** What one day's would be. */
  static StoredCounts ofDay(Versions day) {
    return new StoredCounts(Period.Kind.DAY, day.first(), day.last(), day.fingerprint());
  }

  /** Whether it is what counting these days anew would give. */
  boolean isOf(Versions versions) {
    return versions.within(from, to).fingerprint() == fingerprint;
  }

  /** How the kind is stored. */
  static String letter(Period.Kind kind) {
    return kind.name().substring(0, 1);
  }

  static Period.Kind kind(String letter) {
    return switch (letter) {
      case "D" -> Period.Kind.DAY;
      case "M" -> Period.Kind.MONTH;
      case "Y" -> Period.Kind.YEAR;
      default -> throw new IllegalArgumentException("stored counts of period " + letter);
    };
  }
}
