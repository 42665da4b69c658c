package org.footfall.site;

import java.time.Instant;
import java.util.List;
import org.footfall.time.ZoneHistory;

/**
 * A web site or app that is measured.
 *
 * @param urls the addresses that belong to it, the main one first; may be empty for an app
 * @param type {@code website} or {@code mobileapp}
 * @param createdAt reports begin here; moved back when older data arrives
 * @param keepFragment whether {@code #…} is part of a page's address
 */
public record Site(
    SiteId id,
    String name,
    List<String> urls,
    String type,
    String group,
    Instant createdAt,
    ZoneHistory zones,
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

  /** A site's choice on fragments; {@code DEFAULT} follows the installation's. */
  public enum KeepFragment {
    DEFAULT,
    YES,
    NO
  }

  public Site {
    urls = List.copyOf(urls);
    searchKeywordParameters = List.copyOf(searchKeywordParameters);
    searchCategoryParameters = List.copyOf(searchCategoryParameters);
    excludedIps = List.copyOf(excludedIps);
    excludedQueryParameters = List.copyOf(excludedQueryParameters);
    excludedUserAgents = List.copyOf(excludedUserAgents);
    excludedReferrers = List.copyOf(excludedReferrers);
  }

  /** The address shown for the site, or the empty text for a site without one. */
  public String mainUrl() {
    return urls.isEmpty() ? "" : urls.get(0);
  }
}
