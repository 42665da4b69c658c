package org.footfall.tracking;

/** What becomes of one hit at the door. */
sealed interface Verdict {
  record Accepted(TrackingRequest hit) implements Verdict {}

  record Excluded(Exclusion why) implements Verdict {}

  record Refused(Rejection why) implements Verdict {}
}
