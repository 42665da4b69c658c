package org.footfall.visit;

/**
 * A page's address as pages are told apart: without protocol and {@code www.}, which are kept
 * beside it.
 *
 * @param prefix 0 {@code http://}, 1 {@code http://www.}, 2 {@code https://}, 3 {@code
 *     https://www.}, 4 when the text is all there was
 * @param text the rest; empty for a page without an address
 */
public record PageUrl(int prefix, String text) {
  public static final PageUrl NONE = new PageUrl(0, "");

  private static final String[] PREFIXES = {
    "http://", "http://www.", "https://", "https://www.", ""
  };

  /** Cuts the prefix off an address whose protocol and host are in lower case. */
  static PageUrl of(String address) {
    if (address.isEmpty()) {
      return NONE;
    }
    int secure = address.startsWith("https://") ? 2 : address.startsWith("http://") ? 0 : 4;
    if (secure == 4) {
      return new PageUrl(4, address);
    }
    int host = PREFIXES[secure].length();
    boolean www = address.startsWith("www.", host);
    int prefix = www ? secure + 1 : secure;
    return new PageUrl(prefix, address.substring(PREFIXES[prefix].length()));
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The whole address. */
  @Override
  public String toString() {
    return text.isEmpty() ? "" : PREFIXES[prefix] + text;
  }
}
