package org.footfall.enrich.referrer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.enrich.referrer.KnownReferrers.Known;

/**
 * Finds out where a hit says its visit came from, in this order: a campaign named in the landing
 * address or by the hit; nothing, when the address says {@code ignore_referrer=1} or the referrer
 * is the site's own or excluded; a search engine, a social network or an AI assistant; any other
 * web site.
 */
public final class ReferrerParser {
  /** Most characters kept of a name or keyword, and of a referring address. */
  static final int MAX_NAME = 255;

  static final int MAX_URL = 1_500;

  private static final List<String> IGNORE = List.of("ignore_referrer", "ignore_referer");

  private final KnownReferrers known;

  public ReferrerParser(KnownReferrers known) {
    this.known = known;
  }

  private static final String GOOGLE = "Google";

  /** What Google marks a click on a result with; it makes one address of each visit. */
  private static final Set<String> CLICK_MARKS = Set.of("sa", "ved", "ei", "usg");

  /**
   * @param page the landing page's address as sent
   * @param url the referring address as sent; any text
   * @param parameters all parameters of the hit
   */
  public Referrer parse(
      String page, String url, Map<String, String> parameters, SiteReferrers site) {
    WebAddress landing = WebAddress.of(page);
    String sent = WebAddress.withQuery(clean(url, MAX_URL));
    Optional<CampaignParameters.Named> campaign = CampaignParameters.find(landing, parameters);
    return campaign.isPresent()
        ? campaign(campaign.get(), sent, landing, site)
        : from(sent, landing, site);
  }

  /**
   * Whom a conversion is owed to. Trackers remember in a cookie what first or last brought a
   * visitor, and send it along: {@code _rcn} and {@code _rck} for a campaign, {@code _ref} for a
   * referring address. A remembered campaign counts before the visit's own, any campaign before a
   * remembered address, and that before how else the visit began. When it was ({@code _refts})
   * changes nothing.
   *
   * @param visit where the visit came from
   * @param parameters all parameters of the hit that converts
   */
  public Referrer attribution(Referrer visit, Map<String, String> parameters, SiteReferrers site) {
    String url = WebAddress.withQuery(clean(parameters.getOrDefault("_ref", ""), MAX_URL));
    String campaign = name(Pairs.decode(parameters.getOrDefault("_rcn", "")));
    if (!campaign.isEmpty()) {
      String keyword = name(Pairs.decode(parameters.getOrDefault("_rck", "")));
      boolean same = visit.type() == ReferrerType.CAMPAIGN && visit.name().equals(campaign);
      return new Referrer(
          ReferrerType.CAMPAIGN,
          campaign,
          keyword,
          site.privacy().strip(url),
          same ? visit.campaign() : Campaign.NONE);
    }
    if (visit.type() == ReferrerType.CAMPAIGN) {
      return visit;
    }
    Referrer remembered = from(url, WebAddress.of(""), site);
    return remembered.type() == ReferrerType.DIRECT ? visit : remembered;
  }

  /** A campaign without a keyword shows what was searched for, or else the host it came from. */
  private Referrer campaign(
      CampaignParameters.Named named, String sent, WebAddress landing, SiteReferrers site) {
    String kept = site.privacy().strip(sent);
    String keyword = named.keyword();
    if (keyword.isEmpty()) {
      WebAddress from = WebAddress.of(kept);
      if (isWeb(from) && !site.isNothing(from, landing)) {
        keyword = known.find(from).map(place -> searched(place, from)).orElse("");
        keyword = keyword.isEmpty() ? from.host() : keyword;
      }
    }
    return new Referrer(
        ReferrerType.CAMPAIGN, name(named.name()), name(keyword), kept, more(named.campaign()));
  }

  private static Campaign more(Campaign sent) {
    return sent.equals(Campaign.NONE)
        ? Campaign.NONE
        : new Campaign(
            name(sent.source()),
            name(sent.medium()),
            name(sent.content()),
            name(sent.id()),
            name(sent.group()),
            name(sent.placement()));
  }

  private Referrer from(String sent, WebAddress landing, SiteReferrers site) {
    WebAddress from = WebAddress.of(sent);
    if (!isWeb(from)
        || Pairs.first(landing.query(), IGNORE).equals("1")
        || site.isNothing(from, landing)) {
      return Referrer.DIRECT;
    }
    Known place = known.find(from).orElse(null);
    return site.privacy().strip(place == null ? website(from, sent) : visited(place, from, sent));
  }

  private static Referrer visited(Known place, WebAddress from, String sent) {
    return switch (place.type()) {
      case SEARCH -> {
        String keyword = searched(place, from);
        yield keyword.isEmpty() && !place.terms().isSearch(from)
            ? website(from, sent)
            : new Referrer(
                ReferrerType.SEARCH,
                place.name(),
                name(keyword),
                place.name().equals(GOOGLE) ? Pairs.without(sent, CLICK_MARKS) : sent);
      }
      case SOCIAL, AI_ASSISTANT -> new Referrer(place.type(), place.name(), "", sent);
      case DIRECT, WEBSITE, CAMPAIGN -> website(from, sent);
    };
  }

  private static Referrer website(WebAddress from, String sent) {
    return new Referrer(ReferrerType.WEBSITE, cut(from.host(), MAX_NAME), "", sent);
  }

  private static String searched(Known place, WebAddress from) {
    return place.terms() == null ? "" : place.terms().keyword(from);
  }

  private static boolean isWeb(WebAddress address) {
    return !address.host().isEmpty();
  }

  private static String name(String text) {
    return clean(text.toLowerCase(Locale.ROOT), MAX_NAME);
  }

  /** Without control characters, which nobody types and which break what is shown. */
  private static String clean(String text, int length) {
    String kept = cut(text.trim(), length);
    for (int i = 0; i < kept.length(); i++) {
      if (Character.isISOControl(kept.charAt(i))) {
        return kept.replaceAll("\\p{Cc}", " ").trim();
      }
    }
    return kept;
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean halfPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, halfPair ? length - 1 : length);
  }
}
