package org.footfall.visit;

import java.time.LocalDate;
import java.util.Optional;
import org.footfall.site.SiteId;

/**
 * What the visit rules need to know and remember beyond the visits of one day. Sees its own changes
 * at once; whether they last is up to whoever runs the rules.
 */
public interface Directory {
  /** The visits of a day from which on it is enough to know those since then. */
  DayState day(SiteId site, LocalDate day, long since);

  /** A recognised visitor. */
  Optional<Visitor> visitor(SiteId site, long visitorId);

  void remember(SiteId site, long visitorId, Visitor visitor);

  void forget(SiteId site, long visitorId);

  /**
   * The visitor as it was before a day: the latest visit of an earlier day. For hits that come
   * late.
   */
  Optional<Visitor> visitorBefore(SiteId site, long visitorId, Visitor visitor, LocalDate day);

  /** Notes an order; false when the site has had one of that id. */
  boolean isNewOrder(SiteId site, String orderId);

  /** The site's next visit id; they count from 1. */
  long nextVisitId(SiteId site);

  /** The site's next visitor ordinal; they count from 1. */
  int nextVisitorOrdinal(SiteId site);
}
