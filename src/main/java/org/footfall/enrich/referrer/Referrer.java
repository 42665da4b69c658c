package org.footfall.enrich.referrer;

/**
 * Where a visit came from.
 *
 * @param name campaign name, search engine, social network, assistant or host, in that order by
 *     type; empty for a direct visit
 * @param keyword campaign or search keyword, in lower case; may be empty
 * @param url the referring address as it was sent; may be empty
 * @param campaign more of a campaign; {@link Campaign#NONE} for all other types
 */
public record Referrer(
    ReferrerType type, String name, String keyword, String url, Campaign campaign) {
  public static final Referrer DIRECT = new Referrer(ReferrerType.DIRECT, "", "", "");

  public Referrer(ReferrerType type, String name, String keyword, String url) {
    this(type, name, keyword, url, Campaign.NONE);
  }
}
