package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a page belongs to one of a site's addresses: same host but for {@code www.}, path within.
 */
final class SiteUrls {
  /** Nothing belongs to them. */
  static final SiteUrls NONE = new SiteUrls(List.of());

  private record Place(String host, String path) {}

  private final List<Place> places = new ArrayList<>();

  SiteUrls(List<String> urls) {
    for (String url : urls) {
      Place place = place(url);
      if (!place.host().isEmpty()) {
        places.add(place);
      }
    }
  }

  boolean hold(String url) {
    Place page = place(url);
    for (Place place : places) {
      if (place.host().equals(page.host()) && within(page.path(), place.path())) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(String path, String parent) {
    return path.startsWith(parent)
        && (parent.endsWith("/")
            || path.length() == parent.length()
            || path.charAt(parent.length()) == '/');
  }

  private static Place place(String url) {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int to = from;
    while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    String host = url.substring(from, to).toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    int port = host.lastIndexOf(':');
    if (port > host.lastIndexOf(']')) {
      host = host.substring(0, port);
    }
    int end = to;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String path = url.substring(to, end);
    return new Place(
        host.startsWith("www.") ? host.substring(4) : host, path.isEmpty() ? "/" : path);
  }
}
