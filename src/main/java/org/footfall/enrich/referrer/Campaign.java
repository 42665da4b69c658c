package org.footfall.enrich.referrer;

/**
 * What a campaign's address says besides its name and keyword. All in lower case; what is not said
 * is empty.
 *
 * @param source who sends the visitors, as {@code newsletter}
 * @param medium how, as {@code email}
 * @param content which of several links or advertisements
 * @param id the campaign's number or code
 * @param group whom it is for
 * @param placement where it was shown
 */
public record Campaign(
    String source, String medium, String content, String id, String group, String placement) {
  /** Nothing said. */
  public static final Campaign NONE = new Campaign("", "", "", "", "", "");
}
