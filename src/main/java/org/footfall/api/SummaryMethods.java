package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;

/** Parts of the summary of visits: single numbers, and new and returning visitors apart. */
final class SummaryMethods {
  private final PeriodAnswers periods;
  private final ReportTables tables;

  SummaryMethods(PeriodAnswers periods, ReportTables tables) {
    this.periods = periods;
    this.tables = tables;
  }

  void addTo(ApiMethods methods) {
    add(methods, "getVisits", row -> row.value(Metric.VISITS));
    add(methods, "getUniqueVisitors", row -> row.value(Metric.UNIQUE_VISITORS));
    add(methods, "getUsers", row -> row.value(Metric.USERS));
    add(methods, "getActions", row -> row.value(Metric.ACTIONS));
    add(methods, "getMaxActions", row -> row.value(Metric.MAX_ACTIONS));
    add(methods, "getBounceCount", row -> row.value(Metric.BOUNCES));
    add(methods, "getVisitsConverted", row -> row.value(Metric.CONVERTED_VISITS));
    add(methods, "getSumVisitsLength", row -> row.value(Metric.VISIT_SECONDS));
    add(
        methods,
        "getSumVisitsLengthPretty",
        row -> NumberStyle.time(row.value(Metric.VISIT_SECONDS)));
    methods.add("VisitFrequency.get", this::frequency);
    distinct(methods, "SearchEngines", Metric.SEARCH_ENGINES);
    distinct(methods, "SocialNetworks", Metric.SOCIAL_NETWORKS);
    distinct(methods, "AIAssistants", Metric.AI_ASSISTANTS);
    distinct(methods, "Keywords", Metric.KEYWORDS);
    distinct(methods, "Campaigns", Metric.CAMPAIGNS);
    distinct(methods, "Websites", Metric.WEBSITES);
    distinct(methods, "WebsitesUrls", Metric.WEBSITE_PAGES);
    value(
        methods,
        "UserCountry.getNumberOfDistinctCountries",
        ReportCatalogue.COUNTRIES,
        table -> table.rows().size());
  }

  private void add(ApiMethods methods, String action, Function<Row, Object> value) {
    value(
        methods,
        "VisitsSummary." + action,
        ReportCatalogue.VISITS_SUMMARY,
        table -> value.apply(ReportTables.totals(table)));
  }

  private void distinct(ApiMethods methods, String what, Metric metric) {
    value(
        methods,
        "Referrers.getNumberOfDistinct" + what,
        ReportCatalogue.REFERRERS_SUMMARY,
        table -> ReportTables.totals(table).value(metric));
  }

  /** A method whose answer is one number of a report. */
  private void value(
      ApiMethods methods, String name, Report report, Function<DataTable, Object> value) {
    methods.add(
        name,
        call ->
            periods.answer(
                call,
                (site, list, alone) ->
                    tables.read(report, site, list, call).stream()
                        .<Answer>map(table -> new Answer.Value(value.apply(table)))
                        .toList()));
  }

  private Answer frequency(ApiCall call) throws ApiException {
    LineStyle style = LineStyle.of(call.parameters());
    return periods.answer(
        call,
        (site, list, alone) -> {
          List<DataTable> fresh = tables.read(ReportCatalogue.NEW_VISITS, site, list, call);
          List<DataTable> known = tables.read(ReportCatalogue.RETURNING_VISITS, site, list, call);
          List<Answer> answers = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            if (!alone && fresh.get(i).isEmpty() && known.get(i).isEmpty()) {
              answers.add(Answer.Table.EMPTY);
            } else {
              Period.Kind kind = list.get(i).kind();
              Map<String, Object> columns = new LinkedHashMap<>();
              part(columns, "_new", fresh.get(i), kind, style);
              part(columns, "_returning", known.get(i), kind, style);
              answers.add(new Answer.One(style.finish(columns)));
            }
          }
          return answers;
        });
  }

  private static void part(
      Map<String, Object> columns,
      String suffix,
      DataTable table,
      Period.Kind kind,
      LineStyle style) {
    Totals totals = Totals.of(ReportTables.totals(table), kind, style);
    totals
        .of(ReportCatalogue.NEW_VISITS)
        .forEach((name, value) -> columns.put(name + suffix, value));
  }
}
