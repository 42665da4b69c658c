package org.footfall.privacy;

import java.util.Locale;

/**
 * How much of a referring address is kept. What is not, is cut off before anything is stored. Of
 * {@link #NOTHING} the host goes on into the queue, since without it nobody could tell a search
 * engine from another site; what is kept of it then is the kind alone.
 */
public enum ReferrerDetail {
  EVERYTHING(""),
  NO_QUERY("exclude_query"),
  NO_PATH("exclude_path"),
  NOTHING("exclude_all");

  private final String stored;

  ReferrerDetail(String stored) {
    this.stored = stored;
  }

  /** As it is stored and as the API calls it. */
  public String stored() {
    return stored;
  }

  /** The choice of this name; everything for one that there is not. */
  public static ReferrerDetail of(String stored) {
    for (ReferrerDetail detail : values()) {
      if (detail.stored.equals(stored.strip().toLowerCase(Locale.ROOT))) {
        return detail;
      }
    }
    return EVERYTHING;
  }

  /** What of an address may be kept. */
  public String cut(String address) {
    if (this == EVERYTHING) {
      return address;
    }
    int scheme = address.indexOf("://");
    int host = scheme < 0 ? 0 : scheme + 3;
    int path = host;
    while (path < address.length() && "/?#".indexOf(address.charAt(path)) < 0) {
      path++;
    }
    int named = address.lastIndexOf('@', path - 1);
    String start = address.substring(0, host) + address.substring(Math.max(host, named + 1), path);
    if (this != NO_QUERY) {
      return start.isEmpty() ? "" : start + "/";
    }
    int end = path;
    while (end < address.length() && "?#;".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return start + address.substring(path, end);
  }
}
