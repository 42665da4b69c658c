package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.footfall.account.Right;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;

/** Sites that a question names, given only to callers who may see them. */
final class SiteAccess {
  private static final int MOST = 10_000;
  private final SiteStore sites;

  SiteAccess(SiteStore sites) {
    this.sites = sites;
  }

  /**
   * What {@code idSite} names.
   *
   * @param several whether the answer is by site, even if of one
   */
  record Asked(List<Site> sites, boolean several) {}

  /** One site that the caller has the right on. */
  Site one(ApiCall call, Right right) throws ApiException {
    return one(call, right, call.parameters().required("idSite"));
  }

  /** One or several sites that the caller may see. */
  Asked viewed(ApiCall call) throws ApiException {
    return viewed(call, call.parameters().required("idSite"));
  }

  Asked viewed(ApiCall call, String text) throws ApiException {
    if (text.equals("all")) {
      call.requireAnyView();
      return new Asked(with(call, Right.VIEW), true);
    }
    if (text.indexOf(',') < 0) {
      return new Asked(List.of(one(call, Right.VIEW, text)), false);
    }
    Map<String, Site> found = new LinkedHashMap<>();
    for (String id : text.split(",")) {
      call.budget().checkTime();
      if (!found.containsKey(id.trim())) {
        found.put(id.trim(), one(call, Right.VIEW, id));
      }
      if (found.size() > MOST) {
        throw ApiException.of(400, "A request names at most " + MOST + " sites.");
      }
    }
    return new Asked(List.copyOf(found.values()), true);
  }

  /** All sites the caller has the right on. */
  List<Site> with(ApiCall call, Right right) {
    List<Site> allowed = new ArrayList<>();
    for (Site site : sites.all()) {
      if (call.caller().may(site.id(), right)) {
        allowed.add(site);
      }
    }
    return allowed;
  }

  private Site one(ApiCall call, Right right, String text) throws ApiException {
    String id = text.trim();
    Optional<SiteId> number = number(id);
    // Whoever may not see a site does not learn whether there is one.
    if (number.isEmpty() ? !call.caller().superuser() : !call.caller().may(number.get(), right)) {
      throw ApiException.noRight(right.name().toLowerCase(Locale.ROOT), id);
    }
    Optional<Site> site = number.isEmpty() ? Optional.empty() : sites.find(number.get());
    return site.orElseThrow(() -> ApiException.unknownSite(id));
  }

  private static Optional<SiteId> number(String text) {
    return text.matches("[1-9]\\d{0,8}")
        ? Optional.of(new SiteId(Integer.parseInt(text)))
        : Optional.empty();
  }
}
