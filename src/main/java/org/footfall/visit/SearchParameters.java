package org.footfall.visit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.footfall.enrich.referrer.WebAddress;

/** The parameters in a page's address that say it shows what somebody searched for on the site. */
public final class SearchParameters {
  private final Set<String> keywords;

  public SearchParameters(Collection<String> keywords) {
    this.keywords = new HashSet<>(keywords);
  }

  /** Whether one of them stands in the query or the fragment with something behind it. */
  boolean isSearch(String url) {
    if (url.indexOf('=') < 0) {
      return false;
    }
    WebAddress address = WebAddress.of(url);
    return isIn(address.query()) || isIn(address.fragment());
  }

  private boolean isIn(String pairs) {
    int at = 0;
    while (at < pairs.length()) {
      int end = pairs.indexOf('&', at);
      end = end < 0 ? pairs.length() : end;
      int equals = pairs.indexOf('=', at);
      if (equals > at && equals + 1 < end && keywords.contains(pairs.substring(at, equals))) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }
}
