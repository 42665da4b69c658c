package org.footfall.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.site.InstanceSettings;
import org.footfall.site.InstanceStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.visit.SiteRules;

/**
 * The sites and their rules as the transfer sees them. Looked up anew at the start of each run, and
 * when a hit names a site that is not known, but then not more than once a second.
 */
final class SiteCatalogue {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SiteStore sites;
  private final InstanceStore settings;
  private final Clock clock;
  private volatile Map<SiteId, SiteRules> rules = Map.of();
  private InstanceSettings rulesOf;
  private Instant readAt = Instant.MIN;

  SiteCatalogue(SiteStore sites, InstanceStore settings, Clock clock) {
    this.sites = sites;
    this.settings = settings;
    this.clock = clock;
  }

  /** The site's rules, or null when there is no such site. */
  SiteRules rules(SiteId site) {
    SiteRules known = rules.get(site);
    return known == null ? lookAgain(site) : known;
  }

  private synchronized SiteRules lookAgain(SiteId site) {
    if (!rules.containsKey(site) && readAt.isBefore(clock.instant().minus(PATIENCE))) {
      refresh();
    }
    return rules.get(site);
  }

  /** Reads all sites; rules of those that did not change are kept. */
  synchronized void refresh() {
    Instant now = clock.instant();
    InstanceSettings newSettings = settings.load();
    List<Site> all = sites.all();
    Map<SiteId, SiteRules> fresh = new HashMap<>(all.size() * 2);
    for (Site site : all) {
      SiteRules before = newSettings.equals(rulesOf) ? rules.get(site.id()) : null;
      boolean same = before != null && before.site().equals(site);
      fresh.put(site.id(), same ? before : new SiteRules(site, newSettings));
    }
    rules = Map.copyOf(fresh);
    rulesOf = newSettings;
    readAt = now;
  }
}
