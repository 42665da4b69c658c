package org.footfall.report;

/** What a report is about: the page people find it on, in the order of the pages. */
public enum Subject {
  ALL_SITES("All Websites", ""),
  VISITS("Visitors", "Overview"),
  LOCATIONS("Visitors", "Locations"),
  DEVICES("Visitors", "Devices"),
  SOFTWARE("Visitors", "Software"),
  TIMES("Visitors", "Times"),
  USER_IDS("Visitors", "User IDs"),
  VARIABLES("Visitors", "Custom Variables"),
  VISIT_DIMENSIONS("Visitors", "Custom Dimensions"),
  ACTIONS("Actions", ""),
  PAGES("Actions", "Pages"),
  ENTRY_PAGES("Actions", "Entry pages"),
  EXIT_PAGES("Actions", "Exit pages"),
  PAGE_TITLES("Actions", "Page titles"),
  SITE_SEARCH("Actions", "Site Search"),
  OUTLINKS("Actions", "Outlinks"),
  DOWNLOADS("Actions", "Downloads"),
  EVENTS("Actions", "Events"),
  CONTENTS("Actions", "Contents"),
  ENGAGEMENT("Actions", "Engagement"),
  ACTION_DIMENSIONS("Actions", "Custom Dimensions"),
  PERFORMANCE("Actions", "Performance"),
  REFERRERS("Referrers", ""),
  CHANNELS("Referrers", "All Channels"),
  SEARCH_ENGINES("Referrers", "Search Engines & Keywords"),
  WEBSITES("Referrers", "Websites"),
  SOCIAL_NETWORKS("Referrers", "Social Networks"),
  AI_ASSISTANTS("Referrers", "AI Assistants"),
  CAMPAIGNS("Referrers", "Campaigns"),
  SHOP("Ecommerce", ""),
  PRODUCTS("Ecommerce", "Products"),
  GOALS("Goals", ""),
  EVERYTHING("API", ""),
  /** Of a report that does not say. */
  OTHER("Other", "");

  private final String category;
  private final String page;

  Subject(String category, String page) {
    this.category = category;
    this.page = page;
  }

  public String category() {
    return category;
  }

  /** The page within the category; empty for what has none of its own. */
  public String page() {
    return page;
  }
}
