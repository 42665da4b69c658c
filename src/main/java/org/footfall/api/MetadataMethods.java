package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.account.Caller;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.segment.SegmentCatalogue;
import org.footfall.segment.SegmentDimension;
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
    methods.add("API.getSegmentsMetadata", this::segments);
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

  /** What visits can be selected by; what tells people apart is not told to strangers. */
  private Answer segments(ApiCall call) throws ApiException {
    call.requireAnyView();
    boolean stranger = call.caller().equals(Caller.ANONYMOUS);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (SegmentDimension dimension : SegmentCatalogue.all()) {
      if (!stranger || !dimension.personal()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", dimension.type().name().toLowerCase(Locale.ROOT));
        line.put("category", dimension.category());
        line.put("name", dimension.title());
        line.put("segment", dimension.name());
        if (!dimension.examples().isEmpty()) {
          line.put("acceptedValues", dimension.examples());
        }
        lines.add(line);
      }
    }
    return Answer.Table.of(lines);
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
