package org.footfall.report;

import java.util.Optional;

/**
 * What a row's key is a value of: its name for people, the clients' name for asking for the visits
 * behind a row, and the clients' name for the key itself.
 */
public enum Dimension {
  NONE("", "", ""),
  PAGE_URL("Page URL", "pageUrl==", "url"),
  ENTRY_PAGE_URL("Entry page URL", "entryPageUrl==", "url"),
  EXIT_PAGE_URL("Exit page URL", "exitPageUrl==", "url"),
  PAGE_FOLDER("Folder", "pageUrl=^", ""),
  PAGE_TITLE("Page title", "pageTitle==", ""),
  ENTRY_PAGE_TITLE("Entry page title", "entryPageTitle==", ""),
  EXIT_PAGE_TITLE("Exit page title", "exitPageTitle==", ""),
  REFERRER_TYPE("Channel type", "referrerType==", "referrer_type"),
  REFERRER("Referrer", "", ""),
  WEBSITE("Website", "referrerName==", ""),
  WEBSITE_PAGE("Website page", "", ""),
  SOCIAL_NETWORK("Social network", "referrerType==social;referrerName==", ""),
  KEYWORD("Keyword", "referrerType==search;referrerKeyword==", ""),
  CAMPAIGN("Campaign", "referrerType==campaign;referrerName==", ""),
  HOUR("Site time, hour of the visit's start", "visitStartServerHour==", ""),
  LOCAL_HOUR("Visitor's time, hour of the visit's start", "visitLocalHour==", ""),
  WEEKDAY("Day of the week", "", "day_of_week"),
  DAYS_TO_CONVERSION("Days to conversion", "", ""),
  VISITS_TO_CONVERSION("Visits to conversion", "", ""),
  PRODUCT_SKU("Product SKU", "productSku==", ""),
  PRODUCT_NAME("Product Name", "productName==", ""),
  PRODUCT_CATEGORY("Product Category", "productCategory==", "");

  private final String title;
  private final String segment;
  private final String keyName;

  Dimension(String title, String segment, String keyName) {
    this.title = title;
    this.segment = segment;
    this.keyName = keyName;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The segment that selects a row's visits, up to its value. */
  public Optional<String> segment() {
    return segment.isEmpty() ? Optional.empty() : Optional.of(segment);
  }

  /** A key as the segment spells it. */
  public String segmentValue(String key) {
    return switch (this) {
      case REFERRER_TYPE -> ReferrerType.word(key);
      case HOUR, LOCAL_HOUR -> Integer.toString(Integer.parseInt(key));
      default -> key;
    };
  }

  /** The name under which clients find the key, where they do. */
  public Optional<String> keyName() {
    return keyName.isEmpty() ? Optional.empty() : Optional.of(keyName);
  }
}
