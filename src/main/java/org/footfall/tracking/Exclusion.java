package org.footfall.tracking;

import java.util.Locale;

/** Why a hit is left out although nothing is wrong with it; the client is told that all is well. */
public enum Exclusion {
  NOT_RECORDED,
  PREFETCH,
  DO_NOT_TRACK,
  OPTED_OUT,
  ADDRESS,
  USER_AGENT,
  UNKNOWN_URL;

  /** What counters show. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
