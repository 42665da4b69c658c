package org.footfall.site;

import java.time.Instant;
import java.util.Optional;

/**
 * A segment that somebody has given a name.
 *
 * @param login whose it is
 * @param changed when it was changed last, if ever
 */
public record SavedSegment(
    int id, Wish wish, String login, Instant created, Optional<Instant> changed) {

  /** How many a person may have. */
  public static final int MOST = 500;

  /**
   * All of it that can be changed.
   *
   * @param definition as it may stand in an address
   * @param site the one it is for; none: every site
   * @param prepared whether it is counted before somebody asks
   * @param shared whether all who may see the site may see it
   */
  public record Wish(
      String name, String definition, Optional<SiteId> site, boolean prepared, boolean shared) {

    /** Whether it is for a site, alone or among others. */
    public boolean isOf(SiteId asked) {
      return site.isEmpty() || site.get().equals(asked);
    }
  }
}
