package org.footfall.visit;

import java.util.ArrayList;
import java.util.List;
import org.footfall.enrich.referrer.SiteReferrers;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.site.Site.KeepFragment;

/** A site's settings, made ready for many hits. Immutable. */
public final class SiteRules {
  private final Site site;
  private final UrlRules urls;
  private final Actions actions;
  private final SiteReferrers referrers;

  public SiteRules(Site site, InstanceSettings settings) {
    this.site = site;
    List<String> excluded =
        new ArrayList<>(settings.list(InstanceSetting.EXCLUDED_QUERY_PARAMETERS));
    excluded.addAll(site.excludedQueryParameters());
    boolean keep =
        site.keepFragment() == KeepFragment.YES
            || (site.keepFragment() == KeepFragment.DEFAULT
                && settings.flag(InstanceSetting.KEEP_FRAGMENTS));
    this.urls = new UrlRules(excluded, keep);
    List<String> keywords =
        site.searchKeywordParameters().isEmpty()
            ? settings.list(InstanceSetting.SEARCH_KEYWORD_PARAMETERS)
            : site.searchKeywordParameters();
    this.actions = new Actions(new SearchParameters(keywords));
    this.referrers = new SiteReferrers(site, settings.list(InstanceSetting.EXCLUDED_REFERRERS));
  }

  public Site site() {
    return site;
  }

  public UrlRules urls() {
    return urls;
  }

  public Actions actions() {
    return actions;
  }

  public SiteReferrers referrers() {
    return referrers;
  }
}
