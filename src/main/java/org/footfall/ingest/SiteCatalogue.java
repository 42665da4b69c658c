package org.footfall.ingest;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.site.CustomDimension;
import org.footfall.site.Goal;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.visit.SiteRules;

/**
 * The sites and their rules as the transfer sees them. Looked up anew at the start of each run, and
 * when a hit names a site that is not known, but then not more than once a second.
 */
final class SiteCatalogue {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Database database;
  private final SiteStores stores;
  private final Clock clock;
  private volatile Map<SiteId, Known> known = Map.of();
  private Instant readAt = Instant.MIN;

  /** All that a site's rules follow from. */
  private record Wishes(
      Site site, InstanceSettings settings, List<Goal> goals, List<CustomDimension> dimensions) {}

  private record Known(Wishes wishes, SiteRules rules) {}

  SiteCatalogue(Database database, SiteStores stores, Clock clock) {
    this.database = database;
    this.stores = stores;
    this.clock = clock;
  }

  /** The site's rules, or null when there is no such site. */
  SiteRules rules(SiteId site) {
    Known found = known.get(site);
    return found == null ? lookAgain(site) : found.rules();
  }

  private synchronized SiteRules lookAgain(SiteId site) {
    if (!known.containsKey(site) && readAt.isBefore(clock.instant().minus(PATIENCE))) {
      refresh();
    }
    Known found = known.get(site);
    return found == null ? null : found.rules();
  }

  /** Reads all sites; rules of those that did not change are kept. */
  synchronized void refresh() {
    Instant now = clock.instant();
    Map<SiteId, Known> fresh = new HashMap<>();
    for (Wishes wishes : database.snapshot(this::read)) {
      Known before = known.get(wishes.site().id());
      boolean same = before != null && before.wishes().equals(wishes);
      fresh.put(wishes.site().id(), same ? before : new Known(wishes, rules(wishes)));
    }
    known = Map.copyOf(fresh);
    readAt = now;
  }

  private List<Wishes> read(Connection connection) throws SQLException {
    InstanceSettings settings = stores.settings().load(connection);
    Map<SiteId, List<Goal>> goals =
        stores.goals().all(connection).stream().collect(groupingBy(Goal::site));
    Map<SiteId, List<CustomDimension>> dimensions =
        stores.dimensions().all(connection).stream().collect(groupingBy(CustomDimension::site));
    return stores.sites().all(connection).stream()
        .map(
            site ->
                new Wishes(
                    site,
                    settings,
                    goals.getOrDefault(site.id(), List.of()),
                    dimensions.getOrDefault(site.id(), List.of())))
        .toList();
  }

  private static SiteRules rules(Wishes wishes) {
    return new SiteRules(wishes.site(), wishes.settings(), wishes.goals(), wishes.dimensions());
  }
}
