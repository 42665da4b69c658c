package org.footfall.enrich.referrer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names under which addresses carry a campaign's name and keyword, most telling first. They may
 * stand in the landing address's query, in its fragment, or be sent as parameters of the hit.
 */
public final class CampaignParameters {
  private static final List<String> NAMES =
      List.of(
          "pk_cpn",
          "pk_campaign",
          "piwik_campaign",
          "mtm_campaign",
          "matomo_campaign",
          "utm_campaign",
          "utm_source",
          "utm_medium");
  private static final List<String> KEYWORDS =
      List.of(
          "pk_kwd", "pk_keyword", "piwik_kwd", "mtm_kwd", "mtm_keyword", "matomo_kwd", "utm_term");

  /** All names; pages are told apart without them. */
  public static final List<String> ALL = Stream.concat(NAMES.stream(), KEYWORDS.stream()).toList();

  private CampaignParameters() {}

  static String name(WebAddress page, Map<String, String> parameters) {
    return find(NAMES, page, parameters);
  }

  static String keyword(WebAddress page, Map<String, String> parameters) {
    return find(KEYWORDS, page, parameters);
  }

  private static String find(List<String> names, WebAddress page, Map<String, String> parameters) {
    String inQuery = Pairs.first(page.query(), names);
    if (!inQuery.isEmpty()) {
      return inQuery;
    }
    String inFragment = Pairs.first(page.fragment(), names);
    if (!inFragment.isEmpty()) {
      return inFragment;
    }
    for (String name : names) {
      String sent = parameters.getOrDefault(name, "").trim();
      if (!sent.isEmpty()) {
        return sent;
      }
    }
    return "";
  }
}
