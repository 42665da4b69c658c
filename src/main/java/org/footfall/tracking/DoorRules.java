package org.footfall.tracking;

import java.util.List;
import java.util.function.Predicate;
import org.footfall.config.Config;
import org.footfall.enrich.geo.PlaceLookup;

/**
 * What hits are judged by besides the snapshot.
 *
 * @param spam whether a referring address, in lower case, is one of those that are only sent to be
 *     seen in reports
 * @param cookie whether visitors are known by a cookie of our own on all sites, which browsers call
 *     a third party's
 */
public record DoorRules(
    PlaceLookup places, ExcludedRequests excludedRequests, Predicate<String> spam, boolean cookie) {
  /** What is usual where nothing is configured. */
  public static DoorRules usual(PlaceLookup places) {
    return new DoorRules(places, new ExcludedRequests(List.of()), referrer -> false, false);
  }

  /**
   * What a configuration says.
   *
   * @throws IllegalArgumentException with a sentence for the operator
   */
  public static DoorRules of(Config config, PlaceLookup places, Predicate<String> spam) {
    return new DoorRules(
        places,
        new ExcludedRequests(config.get(TrackingSettings.EXCLUDE_REQUESTS)),
        spam,
        config.get(TrackingSettings.COOKIE));
  }
}
