package org.footfall.tracking;

/** Why a request was refused. The label is what counters and the reason header show. */
public enum Rejection {
  SITE_MISSING("site_missing", 400),
  SITE_UNKNOWN("site_unknown", 400),
  VISITOR_ID("visitor_id_length", 400),
  ADDRESS_WITHOUT_RIGHT("cip_without_right", 400),
  PLACE_WITHOUT_RIGHT("place_without_right", 400),
  OLD_TIME_WITHOUT_RIGHT("old_time_without_right", 400),
  GOAL_UNKNOWN("goal_unknown", 400),
  CUSTOM_ACTION("custom_action_unknown", 400),
  EVENT_BLANK("event_blank", 400),
  NEGATIVE_TIMING("negative_timing", 400),
  NOTHING_TO_TRACK("nothing_to_track", 400),
  TOO_MANY_PARAMETERS("too_many_parameters", 413),
  HIT_TOO_LARGE("hit_too_large", 413),
  BODY_TOO_LARGE("body_too_large", 413),
  BULK_TOO_LONG("bulk_too_long", 413),
  BULK_BROKEN("bulk_broken", 200),
  BODY_CUT_OFF("body_cut_off", 400),
  BODY_TOO_SLOW("body_too_slow", 408),
  BUSY("busy", 503);

  private final String label;
  private final int status;

  Rejection(String label, int status) {
    this.label = label;
    this.status = status;
  }

  public String label() {
    return label;
  }

  /** The HTTP status it is answered with. */
  public int status() {
    return status;
  }
}
