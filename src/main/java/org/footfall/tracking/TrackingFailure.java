package org.footfall.tracking;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

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
    SITE(1, EnumSet.of(Rejection.SITE_MISSING, Rejection.SITE_UNKNOWN)),
    RIGHT(
        2,
        EnumSet.of(
            Rejection.ADDRESS_WITHOUT_RIGHT,
            Rejection.PLACE_WITHOUT_RIGHT,
            Rejection.OLD_TIME_WITHOUT_RIGHT));

    private final int number;
    private final Set<Rejection> causes;

    Kind(int number, Set<Rejection> causes) {
      this.number = number;
      this.causes = causes;
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
      for (Kind kind : values()) {
        if (kind.causes.contains(why)) {
          return kind;
        }
      }
      return null;
    }
  }
}
