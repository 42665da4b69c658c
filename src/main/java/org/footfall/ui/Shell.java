package org.footfall.ui;

import java.util.List;

/**
 * The frame of pages about a site: side bar and the bar that says what one looks at.
 *
 * @param overlay the address of the site's overlay
 */
record Shell(
    Frame frame, SiteLink site, String overlay, List<SiteLink> sites, Freshness freshness) {
  /** A site to go to. */
  record SiteLink(String name, String initial, String href, boolean current) {
    static SiteLink of(String name, String href, boolean current) {
      int first = name.isEmpty() ? 0 : Character.charCount(name.codePointAt(0));
      return new SiteLink(name, name.substring(0, first), href, current);
    }
  }

  /** How fresh the figures are, in words; {@code tone} is good, warn, bad or empty. */
  record Freshness(String tone, String text) {}
}
