package org.footfall.enrich.referrer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.footfall.site.Site;
import org.footfall.site.Site.KeepFragment;
import org.footfall.site.SiteId;
import org.footfall.time.ZoneHistory;

/** The rules of a site that has addresses and excluded referrers, and nothing else to note. */
final class TestSite {
  private TestSite() {}

  static SiteReferrers of(List<String> urls, List<String> excluded) {
    return of(urls, excluded, ReferrerPrivacy.KEEP);
  }

  static SiteReferrers of(List<String> urls, List<String> excluded, ReferrerPrivacy privacy) {
    return new SiteReferrers(
        new Site(
            new SiteId(1),
            "shop",
            urls,
            "website",
            "",
            Instant.EPOCH,
            ZoneHistory.of(ZoneId.of("UTC")),
            "USD",
            false,
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            excluded,
            KeepFragment.DEFAULT,
            false,
            ""),
        List.of(),
        privacy);
  }
}
