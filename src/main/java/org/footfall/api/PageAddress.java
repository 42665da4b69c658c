package org.footfall.api;

import org.footfall.site.Site;

/** Addresses of pages as clients see them. */
final class PageAddress {
  private static final String PLAIN = "http://";
  private static final String SECURE = "https://";

  private PageAddress() {}

  /** By https where the site is known to have an address of that host by https. */
  static String shown(Site site, String address) {
    return address.startsWith(PLAIN)
            && site.urls().stream()
                .filter(url -> url.startsWith(SECURE))
                .anyMatch(url -> host(url).equals(host(address)))
        ? SECURE + address.substring(PLAIN.length())
        : address;
  }

  /** Addresses of pages are any text; what is not one has no host. */
  private static String host(String url) {
    int start = url.indexOf("//") + 2;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(start, end);
  }
}
