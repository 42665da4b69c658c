package org.footfall.report;

import java.util.Optional;

/**
 * What a row's key is a value of: its name for people, the clients' name for asking for the visits
 * behind a row, and the clients' name for the key itself.
 */
public enum Dimension {
  NONE("", "", ""),
  PAGE_URL("Page URL", "pageUrl==", "url"),
  ENTRY_PAGE_URL("Entry Page URL", "entryPageUrl==", "url"),
  EXIT_PAGE_URL("Exit Page URL", "exitPageUrl==", "url"),
  PAGE_FOLDER("Folder", "pageUrl=^", ""),
  PAGE_TITLE("Page Title", "pageTitle==", ""),
  ENTRY_PAGE_TITLE("Entry Page title", "entryPageTitle==", ""),
  EXIT_PAGE_TITLE("Exit Page Title", "exitPageTitle==", ""),
  REFERRER_TYPE("Channel Type", "referrerType==", "referrer_type"),
  REFERRER("Referrer", "", ""),
  WEBSITE("Website", "referrerName==", ""),
  WEBSITE_PAGE("Website Page", "", ""),
  SOCIAL_NETWORK("Social network", "referrerType==social;referrerName==", ""),
  KEYWORD("Keyword", "referrerType==search;referrerKeyword==", ""),
  CAMPAIGN("Campaign", "referrerType==campaign;referrerName==", ""),
  HOUR("Site time — hour (start of visit)", "visitStartServerHour==", ""),
  LOCAL_HOUR("Local time — hour (start of visit)", "visitLocalHour==", ""),
  WEEKDAY("Day of the week", "", "day_of_week"),

  // The names of these are how clients call the columns of flat rows.
  DOWNLOAD_URL("Download URL", "downloadUrl==", "url"),
  CLICKED_URL("Clicked Outlink", "outlinkUrl==", "url"),
  /** Where downloads or outlinks lead. */
  HOST("Host", "", ""),
  DESTINATION_PAGE("Destination Page", "", "url"),
  SEARCH_KEYWORD("Keyword", "siteSearchKeyword==", ""),
  SEARCH_CATEGORY("Search Category", "siteSearchCategory==", ""),
  EVENT_CATEGORY("Event Category", "eventCategory==", ""),
  EVENT_ACTION("Event Action", "eventAction==", ""),
  EVENT_NAME("Event Name", "eventName==", ""),
  CONTENT_NAME("Content Name", "contentName==", ""),
  CONTENT_PIECE("Content Piece", "contentPiece==", ""),
  /** Of a site's own; only the site knows how it is selected. */
  CUSTOM_DIMENSION("Custom Dimension", "", ""),
  CUSTOM_DIMENSION_URL("Address", "", ""),
  VARIABLE_NAME("Custom Variable name", "customVariableName==", ""),
  VARIABLE_VALUE("Custom Variable value", "", ""),

  // Of keys of several parts clients know what to select by; see the API's rows.
  COUNTRY("Country", "", ""),
  CONTINENT("Continent", "", ""),
  REGION("Region", "", ""),
  CITY("City", "", ""),
  LANGUAGE("Language", "", ""),
  LANGUAGE_CODE("Language", "languageCode==", ""),
  USER("UserId", "", ""),
  DEVICE_TYPE("Device type", "", ""),
  DEVICE_BRAND("Device brand", "deviceBrand==", ""),
  DEVICE_MODEL("Device model", "", ""),
  OS_FAMILY("Operating system family", "", ""),
  OS_VERSION("Operating system version", "", ""),
  BROWSER("Browser", "browserCode==", ""),
  BROWSER_VERSION("Browser version", "", ""),
  BROWSER_ENGINE("Browser engine", "browserEngine==", ""),
  RESOLUTION("Resolution", "resolution==", ""),
  CONFIGURATION("Configuration", "", ""),
  PLUGIN("Plugin", "", ""),
  VISIT_DURATION("Visit duration", "", ""),
  VISIT_PAGES("Pages per visit", "", ""),
  VISIT_NUMBER("Visits by visit number", "", ""),
  DAYS_SINCE_LAST("Days since last visit", "", ""),
  SEARCH_ENGINE("Search Engine", "referrerType==search;referrerName==", ""),
  AI_ASSISTANT("AI Assistant", "referrerType==ai;referrerName==", ""),
  KEYWORD_OF_ENGINE("Keyword", "", ""),
  ENGINE_OF_KEYWORD("Search Engine", "", ""),
  KEYWORD_OF_CAMPAIGN("Keyword", "", ""),
  PAGE_OF_NETWORK("Website Page", "", ""),

  DAYS_TO_CONVERSION("Days to Conversion", "", ""),
  VISITS_TO_CONVERSION("Visits to Conversion", "", ""),
  PRODUCT_SKU("Product SKU", "productSku==", ""),
  PRODUCT_NAME("Product Name", "productName==", ""),
  PRODUCT_CATEGORY("Product Category", "productCategory==", ""),

  // What the addresses of campaigns say.
  CAMPAIGN_ID("Campaign ID", "campaignId==", ""),
  CAMPAIGN_NAME("Campaign name", "campaignName==", ""),
  CAMPAIGN_KEYWORD("Campaign keyword", "campaignKeyword==", ""),
  CAMPAIGN_SOURCE("Campaign source", "campaignSource==", ""),
  CAMPAIGN_MEDIUM("Campaign medium", "campaignMedium==", ""),
  CAMPAIGN_CONTENT("Campaign content", "campaignContent==", ""),
  CAMPAIGN_GROUP("Campaign group", "campaignGroup==", ""),
  CAMPAIGN_PLACEMENT("Campaign placement", "campaignPlacement==", ""),
  KEYWORD_AND_CONTENT("Campaign keyword and content", "", ""),
  SOURCE_AND_MEDIUM("Campaign source and medium", "", ""),
  PROVIDER("Provider", "provider==", "");

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

  /** Whether a row's visits can be selected by its key. */
  public boolean selects(String key) {
    return switch (this) {
      case EVENT_NAME, CONTENT_PIECE, CONTENT_NAME -> !key.isEmpty();
      default -> !segment.isEmpty();
    };
  }

  /** Whether rows are those of one channel who sent visitors. */
  public boolean ofSenders() {
    return switch (this) {
      case KEYWORD, SEARCH_ENGINE, WEBSITE, SOCIAL_NETWORK, AI_ASSISTANT -> true;
      default -> false;
    };
  }

  /** Whether rows are called by paths, which are no names by themselves. */
  public boolean ofPaths() {
    return this == DOWNLOAD_URL || this == CLICKED_URL || this == DESTINATION_PAGE;
  }

  /** A key as the segment spells it. */
  public String segmentValue(String key) {
    return switch (this) {
      case REFERRER_TYPE -> ReferrerType.word(key);
      case DEVICE_TYPE -> DeviceLabels.typeWord(key);
      case HOUR, LOCAL_HOUR -> Integer.toString(Integer.parseInt(key));
      default -> key;
    };
  }

  /** The name under which clients find the key, where they do. */
  public Optional<String> keyName() {
    return keyName.isEmpty() ? Optional.empty() : Optional.of(keyName);
  }
}
