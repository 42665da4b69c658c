package org.footfall.ui;

import org.footfall.site.Site;

/**
 * What is shown of a site until its first hit arrives.
 *
 * @param tracker the address hits go to
 * @param open a page of the site to open, or empty; {@code poll} says whether a hit came
 */
record FirstRun(
    String siteName,
    int siteId,
    String open,
    String openText,
    String zone,
    boolean app,
    String tracker,
    String image,
    String poll,
    String dashboard) {

  /**
   * @param base where this installation answers, as {@code https://analytics.example}
   */
  static FirstRun of(Site site, String base) {
    String tracker = base + "/matomo.php";
    String url = site.mainUrl();
    boolean web = url.startsWith("http://") || url.startsWith("https://");
    return new FirstRun(
        site.name(),
        site.id().value(),
        web ? url : "",
        web ? url.substring(url.indexOf("//") + 2) : url,
        site.zones().current().getId(),
        site.type().equals("mobileapp"),
        tracker,
        tracker + "?idsite=" + site.id() + "&rec=1",
        "/s/" + site.id() + "/first-hit",
        "/s/" + site.id() + "/dashboard?date=today");
  }
}
