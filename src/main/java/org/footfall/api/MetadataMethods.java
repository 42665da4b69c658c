package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.site.Site;

/** {@code API.*} about reports: which there are, and one with all that is needed to show it. */
final class MetadataMethods {
  private final ApiMethods methods;
  private final SiteAccess access;
  private final PeriodAnswers periods;

  MetadataMethods(ApiMethods methods, SiteAccess access, PeriodAnswers periods) {
    this.methods = methods;
    this.access = access;
    this.periods = periods;
  }

  void addTo() {
    methods.add("API.getReportMetadata", this::all);
    methods.add("API.getMetadata", this::one);
    methods.add("API.getProcessedReport", this::processed);
  }

  private Answer all(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    if (parameters.has("idSite")) {
      access.viewed(call);
    } else if (parameters.has("idSites")) {
      for (String id : parameters.list("idSites")) {
        access.viewed(call, id);
      }
    } else {
      call.requireAnyView();
    }
    Period.Kind kind = kind(parameters);
    return Answer.Table.of(
        ReportCatalogue.ALL.stream().map(report -> new ReportFields(report).all(kind)).toList());
  }

  private Answer one(ApiCall call) throws ApiException {
    access.one(call, Right.VIEW);
    Report report = report(call.parameters());
    return Answer.Table.of(List.of(new ReportFields(report).all(kind(call.parameters()))));
  }

  private Answer processed(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    Site site = access.one(call, Right.VIEW);
    Report report = report(parameters);
    Periods asked = periods.periods(parameters, site);
    ReportFields fields = new ReportFields(report);
    Map<String, Object> columns = fields.columns(asked.list().get(0).kind());
    Map<String, String> own = new LinkedHashMap<>();
    own.put("format_metrics", parameters.text("format_metrics", "clock"));
    own.put("translateColumnNames", "0");
    if (report.ofVisits() && !report.ofTotals()) {
      own.put("filter_add_columns_when_show_all_columns", "1");
    }
    Answer answer =
        methods.answer(
            new ApiCall(
                call.caller(),
                report.id(),
                new ApiParameters(own).over(parameters),
                call.budget()));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("website", site.name());
    all.put(
        "prettyDate",
        asked.several()
            ? PeriodText.full(
                Period.range(
                    asked.list().get(0).from(), asked.list().get(asked.list().size() - 1).to()))
            : PeriodText.full(asked.list().get(0)));
    all.put("metadata", fields.all(asked.list().get(0).kind()));
    all.put("columns", columns);
    all.put("reportData", ReportData.counts(answer, columns.keySet()));
    all.put("reportMetadata", ReportData.metadata(answer));
    return new Answer.One(all);
  }

  private static Report report(ApiParameters parameters) throws ApiException {
    String id = parameters.required("apiModule") + "." + parameters.required("apiAction");
    Optional<Report> report = ReportCatalogue.find(id);
    return report.orElseThrow(
        () -> ApiException.of(400, "There is no report " + id + " at this server."));
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
