package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;

/** {@code API.get}: the totals of several reports as one row. */
final class OverviewMethod {
  private static final List<Report> PARTS =
      List.of(
          ReportCatalogue.VISITS_SUMMARY,
          ReportCatalogue.NEW_VISITS,
          ReportCatalogue.RETURNING_VISITS,
          ReportCatalogue.REFERRERS_SUMMARY,
          ReportCatalogue.ACTIONS_SUMMARY);

  /** Page timings are not measured yet; clients expect the columns. */
  private static final List<String> TIMINGS =
      List.of(
          "PagePerformance_network_time",
          "PagePerformance_network_hits",
          "PagePerformance_servery_time",
          "PagePerformance_server_hits",
          "PagePerformance_transfer_time",
          "PagePerformance_transfer_hits",
          "PagePerformance_domprocessing_time",
          "PagePerformance_domprocessing_hits",
          "PagePerformance_domcompletion_time",
          "PagePerformance_domcompletion_hits",
          "PagePerformance_onload_time",
          "PagePerformance_onload_hits",
          "PagePerformance_pageload_time",
          "PagePerformance_pageload_hits",
          "avg_time_network",
          "avg_time_server",
          "avg_time_transfer",
          "avg_time_dom_processing",
          "avg_time_dom_completion",
          "avg_time_on_load",
          "avg_page_load_time");

  private final PeriodAnswers periods;
  private final ReportTables tables;

  OverviewMethod(PeriodAnswers periods, ReportTables tables) {
    this.periods = periods;
    this.tables = tables;
  }

  void addTo(ApiMethods methods) {
    methods.add("API.get", this::answer);
  }

  private Answer answer(ApiCall call) throws ApiException {
    LineStyle style = LineStyle.of(call.parameters());
    return periods.answer(
        call,
        (site, list, alone) -> {
          Map<Report, List<DataTable>> read = new LinkedHashMap<>();
          for (Report part : PARTS) {
            read.put(part, tables.read(part, site, list, call));
          }
          List<Answer> answers = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            if (!alone && read.get(ReportCatalogue.VISITS_SUMMARY).get(i).isEmpty()) {
              answers.add(Answer.Table.EMPTY);
            } else {
              Parts parts =
                  new Parts(read, i, list.get(i).kind(), site.ecommerce(), style.numbers());
              answers.add(new Answer.One(style.finish(parts.columns())));
            }
          }
          return answers;
        });
  }

  /** The reports' rows of one period. */
  private record Parts(
      Map<Report, List<DataTable>> read,
      int at,
      Period.Kind kind,
      boolean shop,
      NumberStyle numbers) {
    Map<String, Object> columns() {
      Map<String, Object> columns = new LinkedHashMap<>();
      Totals visits = totals(ReportCatalogue.VISITS_SUMMARY);
      Totals fresh = totals(ReportCatalogue.NEW_VISITS);
      Totals known = totals(ReportCatalogue.RETURNING_VISITS);
      Totals referrers = totals(ReportCatalogue.REFERRERS_SUMMARY);
      for (Metric metric :
          List.of(
              Metric.UNIQUE_VISITORS,
              Metric.VISITS,
              Metric.USERS,
              Metric.ACTIONS,
              Metric.MAX_ACTIONS,
              Metric.BOUNCES,
              Metric.VISIT_SECONDS)) {
        visits.put(columns, metric, "");
      }
      byVisitor(columns, fresh, "_new");
      byVisitor(columns, known, "_returning");
      for (Metric metric : ReportCatalogue.REFERRERS_SUMMARY.metrics()) {
        referrers.put(columns, metric, "");
      }
      TIMINGS.forEach(name -> columns.put(name, 0));
      conversions(columns, visits, "");
      conversions(columns, fresh, "_new_visit");
      conversions(columns, known, "_returning_visit");
      columns.putAll(totals(ReportCatalogue.ACTIONS_SUMMARY).of(ReportCatalogue.ACTIONS_SUMMARY));
      for (Ratio ratio : ReportCatalogue.REFERRERS_SUMMARY.ratios()) {
        referrers.put(columns, ratio, "");
      }
      for (Ratio ratio : ReportCatalogue.VISITS_SUMMARY.ratios()) {
        visits.put(columns, ratio, "");
      }
      return columns;
    }

    private Totals totals(Report report) {
      return new Totals(ReportTables.totals(read.get(report).get(at)), kind, numbers);
    }

    private static void byVisitor(Map<String, Object> columns, Totals totals, String suffix) {
      for (Metric metric :
          List.of(
              Metric.VISITS,
              Metric.ACTIONS,
              Metric.UNIQUE_VISITORS,
              Metric.USERS,
              Metric.MAX_ACTIONS)) {
        totals.put(columns, metric, suffix);
      }
      for (Ratio ratio : ReportCatalogue.VISITS_SUMMARY.ratios()) {
        totals.put(columns, ratio, suffix);
      }
    }

    private void conversions(Map<String, Object> columns, Totals totals, String suffix) {
      ConversionMethods.columns(totals.row(), OptionalInt.empty(), shop, numbers)
          .forEach((name, value) -> columns.put(name + suffix, value));
    }
  }
}
