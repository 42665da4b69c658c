package org.footfall.report;

import java.util.Arrays;
import java.util.Optional;

/** How a visitor came, as the log numbers it. */
enum ReferrerType {
  DIRECT(1, "direct", "Direct Entry"),
  SEARCH(2, "search", "Search Engines"),
  WEBSITE(3, "website", "Websites"),
  CAMPAIGN(6, "campaign", "Campaigns"),
  SOCIAL(7, "social", "Social Networks");

  private final int number;
  private final String word;
  private final String label;

  ReferrerType(int number, String word, String label) {
    this.number = number;
    this.word = word;
    this.label = label;
  }

  String key() {
    return Integer.toString(number);
  }

  /** The word clients select visits by; the key itself for an unknown one. */
  static String word(String key) {
    return find(key).map(type -> type.word).orElse(key);
  }

  static String label(String key) {
    return find(key).map(type -> type.label).orElse("Unknown");
  }

  private static Optional<ReferrerType> find(String key) {
    return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
  }
}
