package org.footfall.report.live;

import java.time.LocalDate;
import java.util.List;
import org.footfall.segment.Segment;
import org.footfall.site.Site;

/**
 * Which visits, by the time of their last action, the latest first unless said otherwise.
 *
 * @param after unix seconds; only visits with a later last action
 * @param offset how many visits are left out at the beginning
 */
public record LiveQuery(
    List<Scope> scopes, long after, boolean oldestFirst, int offset, int limit, Detail detail) {
  /** What is read of the visits found. */
  public enum Detail {
    /** Their own rows. */
    VISITS,
    /** What they led to, too. */
    OUTCOMES,
    /** And all that happened in them. */
    ACTIONS
  }

  /**
   * A site's days, both ends included.
   *
   * @param segment the visits wanted, in the words of this site
   */
  public record Scope(Site site, LocalDate from, LocalDate to, Segment segment) {}

  public LiveQuery {
    scopes = List.copyOf(scopes);
  }

  int reach() {
    return offset + limit;
  }
}
