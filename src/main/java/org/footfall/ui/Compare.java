package org.footfall.ui;

import java.util.Locale;
import java.util.Optional;

/** What a period is compared with. */
enum Compare {
  BEFORE("The period before, weekdays aligned"),
  YEAR("The same weekdays a year earlier"),
  NONE("Nothing");

  private final String title;

  Compare(String title) {
    this.title = title;
  }

  /** The value of {@code vs}; the period before when it is none. */
  static Compare parse(String text) {
    for (Compare compare : values()) {
      if (compare.word().equals(text)) {
        return compare;
      }
    }
    return BEFORE;
  }

  String title() {
    return title;
  }

  /** As in addresses. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Optional<Span> of(Span span) {
    return switch (this) {
      case BEFORE -> Optional.of(span.before());
      case YEAR -> Optional.of(span.yearBefore());
      case NONE -> Optional.empty();
    };
  }
}
