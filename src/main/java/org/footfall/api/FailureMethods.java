package org.footfall.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.account.Right;
import org.footfall.site.Site;
import org.footfall.tracking.FailureStore;
import org.footfall.tracking.TrackingFailure;

/**
 * {@code CoreAdminHome.*TrackingFailure*}: the mistakes of senders of the last two days. Superusers
 * see all, administrators of sites those of their sites.
 */
final class FailureMethods {
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter PRETTY =
      DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final FailureStore failures;
  private final SiteAccess access;

  FailureMethods(FailureStore failures, SiteAccess access) {
    this.failures = failures;
    this.access = access;
  }

  void addTo(ApiMethods methods) {
    methods.add("CoreAdminHome.getTrackingFailures", this::list);
    methods.add("CoreAdminHome.deleteTrackingFailure", this::delete);
    methods.add("CoreAdminHome.deleteAllTrackingFailures", this::deleteAll);
  }

  private Answer list(ApiCall call) throws ApiException {
    Map<Integer, String> names = sites(call);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TrackingFailure failure : failures.all()) {
      if (call.caller().superuser() || names.containsKey(failure.site())) {
        rows.add(row(failure, names.getOrDefault(failure.site(), "Unknown")));
      }
    }
    return Answer.Table.of(rows);
  }

  private static Map<String, Object> row(TrackingFailure failure, String site) {
    boolean noSite = failure.kind() == TrackingFailure.Kind.SITE;
    Instant at = failure.at();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("idsite", failure.site());
    row.put("idfailure", failure.kind().number());
    row.put("date_first_occurred", PLAIN.format(at));
    row.put("request_url", failure.query());
    row.put("site_name", site);
    row.put("pretty_date_first_occurred", PRETTY.format(at));
    row.put("url", failure.url());
    row.put("solution_url", "");
    row.put(
        "problem",
        noSite
            ? "A request named a site that does not exist."
            : "A request said what needs the right to write on the site, without a token that has"
                + " it.");
    row.put(
        "solution",
        noSite
            ? "Correct the idsite that the page or program sends."
            : "Send a token_auth with the right to write on the site, or leave out cip, country,"
                + " region, city, lat, long and times of more than a day ago.");
    return row;
  }

  private Answer delete(ApiCall call) throws ApiException {
    int site = call.parameters().number("idSite", 0);
    int kind = call.parameters().number("idFailure", 0);
    call.parameters().required("idFailure");
    if (!call.caller().superuser() && !sites(call).containsKey(site)) {
      throw ApiException.noSuperuser();
    }
    failures.delete(site, kind);
    return new Answer.Done();
  }

  private Answer deleteAll(ApiCall call) throws ApiException {
    if (call.caller().superuser()) {
      failures.deleteAll();
      return new Answer.Done();
    }
    for (int site : sites(call).keySet()) {
      for (TrackingFailure.Kind kind : TrackingFailure.Kind.values()) {
        failures.delete(site, kind.number());
      }
    }
    return new Answer.Done();
  }

  /** The names of the sites that the caller administers; there must be one. */
  private Map<Integer, String> sites(ApiCall call) throws ApiException {
    Map<Integer, String> names =
        access.with(call, Right.ADMIN).stream()
            .collect(Collectors.toMap(site -> site.id().value(), Site::name));
    if (names.isEmpty() && !call.caller().superuser()) {
      throw ApiException.noSiteAtAll();
    }
    return names;
  }
}
