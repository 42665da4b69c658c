package org.footfall.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.footfall.site.Site.KeepFragment;

/**
 * Everything about a site but its number and the history of its time zones: what is added, and what
 * replaces the values of a known site.
 */
public record NewSite(
    String name,
    List<String> urls,
    String type,
    String group,
    Instant createdAt,
    ZoneId zone,
    String currency,
    boolean ecommerce,
    boolean siteSearch,
    List<String> searchKeywordParameters,
    List<String> searchCategoryParameters,
    List<String> excludedIps,
    List<String> excludedQueryParameters,
    List<String> excludedUserAgents,
    List<String> excludedReferrers,
    KeepFragment keepFragment,
    boolean excludeUnknownUrls,
    String creatorLogin) {

  public NewSite {
    urls = List.copyOf(urls);
    searchKeywordParameters = List.copyOf(searchKeywordParameters);
    searchCategoryParameters = List.copyOf(searchCategoryParameters);
    excludedIps = List.copyOf(excludedIps);
    excludedQueryParameters = List.copyOf(excludedQueryParameters);
    excludedUserAgents = List.copyOf(excludedUserAgents);
    excludedReferrers = List.copyOf(excludedReferrers);
  }

  /** A web site with the usual settings. */
  public static NewSite website(String name, String url, ZoneId zone, Instant createdAt) {
    return new NewSite(
        name,
        List.of(url),
        "website",
        "",
        createdAt,
        zone,
        "USD",
        false,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        KeepFragment.DEFAULT,
        false,
        "");
  }

  /** The values of a known site, to change some of them. */
  public static NewSite of(Site site) {
    return new NewSite(
        site.name(),
        site.urls(),
        site.type(),
        site.group(),
        site.createdAt(),
        site.zones().current(),
        site.currency(),
        site.ecommerce(),
        site.siteSearch(),
        site.searchKeywordParameters(),
        site.searchCategoryParameters(),
        site.excludedIps(),
        site.excludedQueryParameters(),
        site.excludedUserAgents(),
        site.excludedReferrers(),
        site.keepFragment(),
        site.excludeUnknownUrls(),
        site.creatorLogin());
  }
}
