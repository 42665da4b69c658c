package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
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
  }

  private void add(ApiMethods methods, String action, Function<Row, Object> value) {
    methods.add(
        "VisitsSummary." + action,
        call ->
            periods.answer(
                call,
                (site, list, alone) ->
                    tables.read(ReportCatalogue.VISITS_SUMMARY, site, list, call).stream()
                        .<Answer>map(
                            table -> new Answer.Value(value.apply(ReportTables.totals(table))))
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
    Totals totals = new Totals(ReportTables.totals(table), kind, style.numbers());
    totals
        .of(ReportCatalogue.NEW_VISITS)
        .forEach((name, value) -> columns.put(name + suffix, value));
  }
}
