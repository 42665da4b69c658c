package org.footfall.tracking;

import java.util.Locale;

/**
 * Why a hit is left out although nothing is wrong with it; the client is told that all is well. The
 * first that applies counts, in this order.
 */
public enum Exclusion {
  NOT_RECORDED,
  DO_NOT_TRACK,
  GLOBAL_PRIVACY_CONTROL,
  EXCLUDED_REQUEST,
  OPTED_OUT,
  ADDRESS,
  USER_AGENT,
  REFERRER_SPAM,
  UNKNOWN_URL,
  PREFETCH;

  /** What counters show. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
