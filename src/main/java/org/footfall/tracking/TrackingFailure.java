package org.footfall.tracking;

import java.time.Instant;

/**
 * A hit that was refused for a mistake that its site's people should mend, the first of its kind.
 *
 * @param site the number that was sent, 0 for none
 * @param query the hit's parameters without token, and without what is not to be known
 * @param url the page
 */
public record TrackingFailure(int site, Kind kind, Instant at, String query, String url) {
  /** What was wrong. */
  public enum Kind {
    SITE(1),
    RIGHT(2);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** As Matomo counts them; part of what is stored. */
    public int number() {
      return number;
    }

    /** The kind of this number, or null. */
    public static Kind of(int number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      return null;
    }

    /** What a refusal is, or null for one that is no such mistake. */
    static Kind of(Rejection why) {
      return switch (why) {
        case SITE_MISSING, SITE_UNKNOWN -> SITE;
        case ADDRESS_WITHOUT_RIGHT, PLACE_WITHOUT_RIGHT, OLD_TIME_WITHOUT_RIGHT -> RIGHT;
        default -> null;
      };
    }
  }
}
