package org.footfall.site;

import java.math.BigDecimal;

/**
 * What a site wants its visitors to do. Numbers count from 1 within the site and are never used
 * twice, because the log keeps them.
 *
 * @param deleted it meets nothing any more; what it met stays
 */
public record Goal(SiteId site, int id, Wish wish, boolean deleted) {
  /** How many goals a site may have had: each is tried on every action. */
  public static final int MOST = 500;

  /** What a goal looks at. */
  public enum Subject {
    URL,
    TITLE,
    FILE,
    EXTERNAL_WEBSITE,
    MANUALLY,
    EVENT_ACTION,
    EVENT_CATEGORY,
    EVENT_NAME,
    VISIT_DURATION,
    VISIT_TOTAL_ACTIONS,
    VISIT_TOTAL_PAGEVIEWS;

    /** Whether it is a number of the visit, not a text of an action. */
    public boolean ofVisit() {
      return this == VISIT_DURATION || this == VISIT_TOTAL_ACTIONS || this == VISIT_TOTAL_PAGEVIEWS;
    }

    public boolean ofEvent() {
      return this == EVENT_ACTION || this == EVENT_CATEGORY || this == EVENT_NAME;
    }
  }

  /** How the subject is compared; {@code NONE} for what is met by hand. */
  public enum PatternKind {
    NONE,
    CONTAINS,
    EXACT,
    REGEX,
    GREATER_THAN
  }

  /**
   * All of a goal that can be changed.
   *
   * @param severalPerVisit whether a visit may meet it more than once
   * @param revenue of meeting it once, where the hit does not tell
   * @param revenueOfEvent whether an event's value is the revenue
   */
  public record Wish(
      String name,
      String description,
      Subject subject,
      String pattern,
      PatternKind patternKind,
      boolean caseSensitive,
      boolean severalPerVisit,
      BigDecimal revenue,
      boolean revenueOfEvent) {}
}
