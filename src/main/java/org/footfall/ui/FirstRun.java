package org.footfall.ui;

import org.footfall.site.Site;
import org.footfall.tag.ServerAddress;
import org.footfall.tag.TagCode;

/**
 * What is shown of a site until its first hit arrives.
 *
 * @param tracker the address hits go to
 * @param code what is put into pages
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
    String code,
    String poll,
    String dashboard) {

  /**
   * @param base where this installation answers, as {@code https://analytics.example}
   */
  static FirstRun of(Site site, String base) {
    ServerAddress server = new ServerAddress(base);
    String url = site.mainUrl();
    boolean web = url.startsWith("http://") || url.startsWith("https://");
    return new FirstRun(
        site.name(),
        site.id().value(),
        web ? url : "",
        web ? url.substring(url.indexOf("//") + 2) : url,
        site.zones().current().getId(),
        site.type().equals("mobileapp"),
        server.tracker(),
        new TagCode(server, site.id().value()).call("disableCookies").withoutScript().html(),
        "/s/" + site.id() + "/first-hit",
        "/s/" + site.id() + "/dashboard?date=today");
  }
}
