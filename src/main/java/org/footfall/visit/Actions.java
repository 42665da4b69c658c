package org.footfall.visit;

import org.footfall.site.Site;
import org.footfall.tracking.TrackingRequest;

/**
 * Decides which kind of action a request is. A heartbeat or a goal is none of the others; of the
 * others download comes first, then outlink, event, content and search; what is left is a page view
 * unless the sender says it is not.
 */
public final class Actions {
  private final SearchParameters search;

  public Actions(SearchParameters search) {
    this.search = search;
  }

  /**
   * @param url the page's address as sent
   */
  public ActionKind kind(TrackingRequest request, Site site, String url) {
    if (request.parameter("ping").equals("1")) {
      return ActionKind.PING;
    }
    String goal = request.parameter("idgoal").trim();
    if (isWholeNumber(goal)) {
      return isZero(goal) ? ActionKind.ECOMMERCE : ActionKind.GOAL;
    }
    if (has(request, "download")) {
      return ActionKind.DOWNLOAD;
    }
    if (has(request, "link")) {
      return ActionKind.OUTLINK;
    }
    if (has(request, "e_c") && has(request, "e_a")) {
      return ActionKind.EVENT;
    }
    if (has(request, "c_n")) {
      return ActionKind.CONTENT;
    }
    if (site.siteSearch() && (has(request, "search") || search.find(url).isPresent())) {
      return ActionKind.SEARCH;
    }
    return request.parameter("ca").equals("1") ? ActionKind.CUSTOM : ActionKind.PAGE_VIEW;
  }

  private static boolean has(TrackingRequest request, String name) {
    return !request.parameter(name).isBlank();
  }

  /** A negative number means "no goal". */
  private static boolean isWholeNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(c -> c == '0');
  }
}
