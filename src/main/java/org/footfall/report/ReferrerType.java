package org.footfall.report;

import java.util.Arrays;
import java.util.Optional;

/** How a visitor came, as the log numbers it. */
public enum ReferrerType {
  DIRECT(1, "direct", "Direct Entry", Metric.DIRECT_VISITS),
  SEARCH(2, "search", "Search Engines", Metric.SEARCH_ENGINE_VISITS),
  WEBSITE(3, "website", "Websites", Metric.WEBSITE_VISITS),
  CAMPAIGN(6, "campaign", "Campaigns", Metric.CAMPAIGN_VISITS),
  SOCIAL(7, "social", "Social Networks", Metric.SOCIAL_NETWORK_VISITS),
  AI_ASSISTANT(8, "ai", "AI Assistants", Metric.AI_ASSISTANT_VISITS);

  private final int number;
  private final String word;
  private final String label;
  private final Metric visits;

  ReferrerType(int number, String word, String label, Metric visits) {
    this.number = number;
    this.word = word;
    this.label = label;
    this.visits = visits;
  }

  String key() {
    return Integer.toString(number);
  }

  /** The word clients select visits by; the key itself for an unknown one. */
  public static String word(String key) {
    return of(key).map(type -> type.word).orElse(key);
  }

  public static String label(String key) {
    return of(key).map(type -> type.label).orElse("Unknown");
  }

  /** What its visits are counted as. */
  Metric visits() {
    return visits;
  }

  static Optional<ReferrerType> of(String key) {
    return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
  }
}
