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
          ReportCatalogue.ACTIONS_SUMMARY,
          ReportCatalogue.PAGE_TIMINGS);

  /** How clients call the timings of all pages here; one of them is misspelled. */
  private static final Map<String, Metric> TIMINGS = new LinkedHashMap<>();

  static {
    time("network", "network", Metric.NETWORK_TIME, Metric.NETWORK_HITS);
    time("servery", "server", Metric.SERVER_TIME, Metric.SERVER_HITS);
    time("transfer", "transfer", Metric.TRANSFER_TIME, Metric.TRANSFER_HITS);
    time("domprocessing", "domprocessing", Metric.DOM_PROCESSING_TIME, Metric.DOM_PROCESSING_HITS);
    time("domcompletion", "domcompletion", Metric.DOM_COMPLETION_TIME, Metric.DOM_COMPLETION_HITS);
    time("onload", "onload", Metric.ON_LOAD_TIME, Metric.ON_LOAD_HITS);
    time("pageload", "pageload", Metric.LOAD_TIME, Metric.TIMED_HITS);
  }

  private static void time(String time, String hits, Metric sum, Metric count) {
    TIMINGS.put("PagePerformance_" + time + "_time", sum);
    TIMINGS.put("PagePerformance_" + hits + "_hits", count);
  }

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
              Parts parts = new Parts(read, i, list.get(i).kind(), site.ecommerce(), style);
              answers.add(new Answer.One(style.finish(parts.columns())));
            }
          }
          return answers;
        });
  }

  /** The reports' rows of one period. */
  private record Parts(
      Map<Report, List<DataTable>> read, int at, Period.Kind kind, boolean shop, LineStyle style) {
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
      Totals timings = totals(ReportCatalogue.PAGE_TIMINGS);
      TIMINGS.forEach((name, metric) -> columns.put(name, timings.number(metric)));
      columns.putAll(timings.of(ReportCatalogue.PAGE_TIMINGS));
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
      return Totals.of(ReportTables.totals(read.get(report).get(at)), kind, style);
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
      ConversionMethods.columns(totals.row(), OptionalInt.empty(), shop, style.numbers())
          .forEach((name, value) -> columns.put(name + suffix, value));
    }
  }
}
