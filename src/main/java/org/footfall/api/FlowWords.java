package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What pages that draw ways through a page call its parts. */
final class FlowWords {
  private FlowWords() {}

  /** How visitors came, by the number of the channel. */
  static String origin(int type) {
    return switch (type) {
      case 2 -> "From search engines";
      case 3 -> "From websites";
      case 6 -> "From campaigns";
      case 7 -> "From social networks";
      case 8 -> "From AI assistants";
      default -> "Direct entries";
    };
  }

  static Map<String, Object> all() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("pageviewsInline", "%s page views");
    words.put("loopsInline", "%s times reloaded");
    words.put("fromPreviousPages", "From pages of this site");
    words.put("fromPreviousPagesInline", "%s from pages of this site");
    words.put("fromPreviousSiteSearches", "From searches on this site");
    words.put("fromPreviousSiteSearchesInline", "%s from searches on this site");
    words.put("fromSearchEngines", origin(2));
    words.put("fromSearchEnginesInline", "%s from search engines");
    words.put("fromSocialNetworks", origin(7));
    words.put("fromSocialNetworksInline", "%s from social networks");
    words.put("fromWebsites", origin(3));
    words.put("fromWebsitesInline", "%s from websites");
    words.put("fromCampaigns", origin(6));
    words.put("fromCampaignsInline", "%s from campaigns");
    words.put("directEntries", origin(1));
    words.put("directEntriesInline", "%s direct entries");
    words.put("toFollowingPages", "To pages of this site");
    words.put("toFollowingPagesInline", "%s to pages of this site");
    words.put("toFollowingSiteSearches", "To searches on this site");
    words.put("toFollowingSiteSearchesInline", "%s to searches on this site");
    words.put("downloads", "Downloads");
    words.put("downloadsInline", "%s downloads");
    words.put("outlinks", "Outlinks");
    words.put("outlinksInline", "%s outlinks");
    words.put("exits", "Exits");
    words.put("exitsInline", "%s exits");
    words.put("bouncesInline", "%s bounces");
    words.put("Others", "Others");
    return words;
  }

  static Map<String, Object> ofOverlay() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("oneClick", "1 click");
    words.put("clicks", "%s clicks");
    words.put("clicksFromXLinks", "%1$s clicks on one of %2$s links");
    words.put("link", "Link");
    return words;
  }
}
