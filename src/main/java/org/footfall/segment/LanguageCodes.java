package org.footfall.segment;

/** How reports and clients spell a language. */
public final class LanguageCodes {
  /** The code of no language. */
  public static final String UNKNOWN = "xx";

  private LanguageCodes() {}

  /** A region that is called like its language tells nothing: {@code fr-fr} is {@code fr}. */
  public static String shown(String stored) {
    if (stored.isEmpty()) {
      return UNKNOWN;
    }
    int dash = stored.indexOf('-');
    return dash > 0 && stored.substring(0, dash).equals(stored.substring(dash + 1))
        ? stored.substring(0, dash)
        : stored;
  }
}
