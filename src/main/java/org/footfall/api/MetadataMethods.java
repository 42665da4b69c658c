package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.site.Site;

/** {@code API.*} about reports and segments: which there are. */
final class MetadataMethods {
  private final ApiMethods methods;
  private final SiteAccess access;
  private final ReportCards cards;

  MetadataMethods(ApiMethods methods, SiteAccess access, ReportCards cards) {
    this.methods = methods;
    this.access = access;
    this.cards = cards;
  }

  void addTo() {
    methods.add("API.getReportMetadata", this::all);
    methods.add("API.getMetadata", this::one);
  }

  private Answer all(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    List<ReportCard> all = new ArrayList<>(cards.of(site(call)));
    if (parameters.flag("showSubtableReports")) {
      all.addAll(cards.below());
    }
    return described(all, parameters);
  }

  /** The site whose own reports are wanted, too: of several the first. */
  private Optional<Site> site(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    if (parameters.has("idSite")) {
      return access.viewed(call).sites().stream().findFirst();
    }
    List<Site> sites = new ArrayList<>();
    for (String id : parameters.list("idSites")) {
      sites.addAll(access.viewed(call, id).sites());
    }
    if (sites.isEmpty()) {
      call.requireAnyView();
    }
    return sites.stream().findFirst();
  }

  private Answer one(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    return described(List.of(cards.find(site, call.parameters())), call.parameters());
  }

  private static Answer described(List<ReportCard> cards, ApiParameters parameters) {
    Period.Kind kind = kind(parameters);
    boolean notes = !parameters.flag("hideMetricsDoc");
    return Answer.Table.of(cards.stream().map(card -> card.fields(kind, Set.of(), notes)).toList());
  }

  private static Period.Kind kind(ApiParameters parameters) {
    List<Period.Kind> kinds = new ArrayList<>(List.of(Period.Kind.values()));
    String asked = parameters.text("period", "day");
    return kinds.stream()
        .filter(kind -> kind.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElse(Period.Kind.DAY);
  }
}
