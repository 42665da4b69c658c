package org.footfall.enrich.referrer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footfall.site.Site;

/**
 * Which referring addresses mean nothing for a site: its own ones and those it excludes. Rules are
 * {@code host}, {@code host/path} or a whole address; {@code .host} and {@code *.host} mean the
 * host and all below it.
 */
public final class SiteReferrers {
  private final List<Rule> own = new ArrayList<>();
  private final List<Rule> excluded = new ArrayList<>();
  private final Set<String> ownHosts = new HashSet<>();
  private final ReferrerPrivacy privacy;

  private record Rule(String host, boolean below, String path) {
    boolean matches(WebAddress address) {
      String candidate = address.bareHost();
      boolean sameHost = candidate.equals(host) || (below && candidate.endsWith("." + host));
      return sameHost && HostTable.under(address.path(), path);
    }
  }

  /**
   * @param everywhere referrers that the installation excludes for all sites
   */
  public SiteReferrers(Site site, List<String> everywhere) {
    this(site, everywhere, ReferrerPrivacy.KEEP);
  }

  /**
   * @param everywhere referrers that the installation excludes for all sites
   * @param privacy how much of all others is kept
   */
  public SiteReferrers(Site site, List<String> everywhere, ReferrerPrivacy privacy) {
    this.privacy = privacy;
    for (String url : site.urls()) {
      Rule rule = rule(url);
      own.add(rule);
      ownHosts.add(rule.host());
    }
    site.excludedReferrers().forEach(text -> excluded.add(rule(text)));
    everywhere.forEach(text -> excluded.add(rule(text)));
  }

  private static Rule rule(String text) {
    String trimmed = text.trim();
    WebAddress address = WebAddress.of(trimmed.contains("//") ? trimmed : "//" + trimmed);
    String host = address.bareHost();
    boolean below = host.startsWith(".") || host.startsWith("*.");
    String path = address.path();
    return new Rule(
        below ? host.substring(host.indexOf('.') + 1) : host, below, HostTable.trimmed(path));
  }

  ReferrerPrivacy privacy() {
    return privacy;
  }

  /**
   * Whether a visit that shows this referrer began by itself. On a host that the site does not
   * declare as its own, pages that refer to each other are one site all the same.
   */
  boolean isNothing(WebAddress referrer, WebAddress page) {
    return any(own, referrer)
        || any(excluded, referrer)
        || (referrer.bareHost().equals(page.bareHost()) && !ownHosts.contains(page.bareHost()));
  }

  private static boolean any(List<Rule> rules, WebAddress address) {
    for (Rule rule : rules) {
      if (rule.matches(address)) {
        return true;
      }
    }
    return false;
  }
}
