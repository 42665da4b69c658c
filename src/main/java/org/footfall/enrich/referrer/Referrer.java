package org.footfall.enrich.referrer;

/**
 * Where a visit came from.
 *
 * @param name campaign name, search engine, social network or host, in that order by type; empty
 *     for a direct visit
 * @param keyword campaign or search keyword, in lower case; may be empty
 * @param url the referring address as it was sent; may be empty
 */
public record Referrer(ReferrerType type, String name, String keyword, String url) {
  public static final Referrer DIRECT = new Referrer(ReferrerType.DIRECT, "", "", "");
}
