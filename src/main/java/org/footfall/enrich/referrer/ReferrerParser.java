package org.footfall.enrich.referrer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out where a hit says its visit came from, in this order: a campaign named in the landing
 * address or by the hit; nothing, when the address says {@code ignore_referrer=1} or the referrer
 * is the site's own or excluded; a search engine; a social network; any other web site.
 */
public final class ReferrerParser {
  /** Most characters kept of a name or keyword, and of a referring address. */
  static final int MAX_NAME = 255;

  static final int MAX_URL = 1_500;

  private static final List<String> IGNORE = List.of("ignore_referrer", "ignore_referer");

  /** Under which names search engines carry what was searched for. */
  private static final List<String> SEARCHED =
      List.of("q", "query", "p", "text", "wd", "word", "search", "searchfor", "qt", "k", "rdata");

  private static final List<String> SEARCH_PATHS = List.of("", "/", "/search", "/url");

  private final KnownReferrers known;

  public ReferrerParser(KnownReferrers known) {
    this.known = known;
  }

  /**
   * @param page the landing page's address as sent
   * @param url the referring address as sent; any text
   * @param parameters all parameters of the hit
   */
  public Referrer parse(
      String page, String url, Map<String, String> parameters, SiteReferrers site) {
    WebAddress landing = WebAddress.of(page);
    String sent = cut(url.trim(), MAX_URL);
    WebAddress from = WebAddress.of(sent);
    String campaign = CampaignParameters.name(landing, parameters);
    if (!campaign.isEmpty()) {
      String keyword = CampaignParameters.keyword(landing, parameters);
      String shown = keyword.isEmpty() ? fallbackKeyword(from, landing, site) : keyword;
      return new Referrer(ReferrerType.CAMPAIGN, name(campaign), name(shown), sent);
    }
    if (!isWeb(from)
        || Pairs.first(landing.query(), IGNORE).equals("1")
        || site.isNothing(from, landing)) {
      return Referrer.DIRECT;
    }
    return visited(from, sent);
  }

  private Referrer visited(WebAddress from, String sent) {
    Optional<KnownReferrers.Known> place = known.find(from);
    if (place.isPresent() && place.get().type() == ReferrerType.SOCIAL) {
      return new Referrer(ReferrerType.SOCIAL, place.get().name(), "", sent);
    }
    if (place.isPresent()) {
      String keyword = searched(from);
      if (!keyword.isEmpty() || SEARCH_PATHS.contains(from.path())) {
        return new Referrer(ReferrerType.SEARCH, place.get().name(), name(keyword), sent);
      }
    }
    return new Referrer(ReferrerType.WEBSITE, cut(from.host(), MAX_NAME), "", sent);
  }

  /** A campaign without a keyword shows what was searched for, or else the host it came from. */
  private String fallbackKeyword(WebAddress from, WebAddress landing, SiteReferrers site) {
    if (!isWeb(from) || site.isNothing(from, landing)) {
      return "";
    }
    boolean search = known.find(from).filter(k -> k.type() == ReferrerType.SEARCH).isPresent();
    String keyword = search ? searched(from) : "";
    return keyword.isEmpty() ? from.host() : keyword;
  }

  private static String searched(WebAddress from) {
    String inQuery = Pairs.first(from.query(), SEARCHED);
    return inQuery.isEmpty() ? Pairs.first(from.fragment(), SEARCHED) : inQuery;
  }

  private static boolean isWeb(WebAddress address) {
    return !address.host().isEmpty();
  }

  private static String name(String text) {
    return cut(text.toLowerCase(Locale.ROOT), MAX_NAME);
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean halfPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, halfPair ? length - 1 : length);
  }
}
