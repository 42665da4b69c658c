package org.footfall.account;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.footfall.site.SiteId;

/** Whoever asks: a person, a token's owner, or nobody known. */
public record Caller(String login, boolean superuser, Map<SiteId, Right> rights) {
  /** Somebody who showed neither session nor token. */
  public static final Caller ANONYMOUS = new Caller("anonymous", false, Map.of());

  public Caller {
    rights = Map.copyOf(rights);
  }

  public boolean may(SiteId site, Right asked) {
    Right right = rights.get(site);
    return superuser || (right != null && right.covers(asked));
  }

  /** Those of the given sites this caller has the right on, in order. */
  public Set<SiteId> sitesWith(Right asked, Set<SiteId> all) {
    Set<SiteId> sites = new TreeSet<>();
    for (SiteId site : all) {
      if (may(site, asked)) {
        sites.add(site);
      }
    }
    return sites;
  }
}
