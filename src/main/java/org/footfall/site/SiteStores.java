package org.footfall.site;

import java.time.Clock;
import org.footfall.store.Database;

/** All that is stored of sites, on one pool of connections. */
public record SiteStores(
    SiteStore sites, InstanceStore settings, GoalStore goals, CustomDimensionStore dimensions) {

  public static SiteStores on(Database database, Clock clock, LocalChanges changes) {
    return new SiteStores(
        new SiteStore(database, clock, changes),
        new InstanceStore(database, changes),
        new GoalStore(database, changes),
        new CustomDimensionStore(database, changes));
  }
}
