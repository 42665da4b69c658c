package org.footfall.tracking;

/** What becomes of one hit at the door. */
sealed interface Verdict {
  /**
   * @param cookie what {@link VisitorCookie} is to say; empty for none
   */
  record Accepted(TrackingRequest hit, String cookie) implements Verdict {}

  record Excluded(Exclusion why) implements Verdict {}

  record Refused(Rejection why) implements Verdict {}
}
