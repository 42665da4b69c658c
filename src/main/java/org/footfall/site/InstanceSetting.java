package org.footfall.site;

import java.util.Locale;

/**
 * The settings that are made on the pages or through the API and hold for all sites. Lists are
 * stored a line each, flags as 0 or 1.
 */
public enum InstanceSetting {
  EXCLUDED_IPS(""),
  EXCLUDED_QUERY_PARAMETERS(""),
  EXCLUDED_USER_AGENTS(""),
  EXCLUDED_REFERRERS(""),
  SEARCH_KEYWORD_PARAMETERS("q\nquery\ns\nsearch\nsearchword\nk\nkeyword"),
  SEARCH_CATEGORY_PARAMETERS(""),
  KEEP_FRAGMENTS("0"),
  DEFAULT_ZONE("UTC"),
  DEFAULT_CURRENCY("USD"),
  /** How many bytes of an IPv4 address are masked; 0 is off. */
  MASKED_BYTES("2"),
  /** Whether what is learnt from an address (country, who is who) comes from the masked one. */
  ENRICH_FROM_MASKED("0"),
  /** Whether browsers that ask not to be tracked are left out. */
  DO_NOT_TRACK("0"),
  /** Whether browsers that send the Global Privacy Control are left out. */
  GLOBAL_PRIVACY_CONTROL("0"),
  /** Whether pseudonyms stand for the user ids that sites send. */
  ANONYMIZE_USER_ID("0"),
  /** Whether pseudonyms stand for the ids of orders. */
  ANONYMIZE_ORDER_ID("0"),
  /** What is not kept of referring addresses: empty, exclude_query, exclude_path, exclude_all. */
  ANONYMIZE_REFERRER(""),
  /** Whether ids that browsers keep in cookies are not used. */
  COOKIELESS("0"),
  /** Into how many ordered streams the queue is divided. Chosen once, at set-up. */
  SHARDS("16"),
  /** 64 hex digits drawn at set-up; keys what must not be guessed from outside. */
  SECRET("");

  private final String otherwise;

  InstanceSetting(String otherwise) {
    this.otherwise = otherwise;
  }

  /** How the row is called. */
  String row() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value while there is no row. */
  String otherwise() {
    return otherwise;
  }
}
