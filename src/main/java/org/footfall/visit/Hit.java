package org.footfall.visit;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.site.SiteId;

/**
 * One request of one visitor, typed and enriched: all that the visit rules look at.
 *
 * @param day the site's day that the hit counts for
 * @param time when it happened, in unix seconds
 * @param configId what the visitor's device looks like, good for one site and day; see {@link
 *     ConfigId}
 * @param forcesVisit the client asks for a new visit
 * @param tellsPlace whether the place was told, and so is where the visit is from now on
 * @param goals which of the site's goals it may meet
 * @param attribution says where a conversion came from, by where its visit did
 */
public record Hit(
    SiteId site,
    LocalDate day,
    long time,
    Identity identity,
    long configId,
    boolean forcesVisit,
    Deed deed,
    Referrer referrer,
    Traits traits,
    boolean tellsPlace,
    Custom custom,
    Goals goals,
    UnaryOperator<Referrer> attribution) {

  public ActionKind kind() {
    return deed.kind();
  }
}
