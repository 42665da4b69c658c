package org.footfall.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;
import org.footfall.site.Goal;
import org.footfall.site.GoalStore;

/** {@code Goals.get} and its parts: how often goals are met, in all and by new visitors or not. */
final class ConversionMethods {
  private static final Map<String, Report> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("", ReportCatalogue.VISITS_SUMMARY);
    PARTS.put("_new_visit", ReportCatalogue.NEW_VISITS);
    PARTS.put("_returning_visit", ReportCatalogue.RETURNING_VISITS);
  }

  private final PeriodAnswers periods;
  private final ReportTables tables;
  private final GoalStore goals;

  ConversionMethods(PeriodAnswers periods, ReportTables tables, GoalStore goals) {
    this.periods = periods;
    this.tables = tables;
    this.goals = goals;
  }

  void addTo(ApiMethods methods) {
    methods.add("Goals.get", this::get);
    methods.add("Goals.getMetrics", this::get);
    one(methods, "getConversions", "nb_conversions");
    one(methods, "getNbVisitsConverted", "nb_visits_converted");
    one(methods, "getConversionRate", "conversion_rate");
    one(methods, "getRevenue", "revenue");
  }

  private void one(ApiMethods methods, String action, String column) {
    methods.add(
        "Goals." + action,
        call -> {
          OptionalInt goal = WantedGoal.of(call.parameters()).goal();
          NumberStyle numbers = NumberStyle.of(call.parameters());
          return periods.answer(
              call,
              (site, list, alone) ->
                  tables.read(ReportCatalogue.VISITS_SUMMARY, site, list, call).stream()
                      .<Answer>map(
                          table ->
                              new Answer.Value(
                                  columns(
                                          ReportTables.totals(table),
                                          goal,
                                          site.ecommerce(),
                                          numbers)
                                      .get(column)))
                      .toList());
        });
  }

  private Answer get(ApiCall call) throws ApiException {
    OptionalInt goal = WantedGoal.of(call.parameters()).goal();
    LineStyle style = LineStyle.of(call.parameters());
    boolean each = goal.isEmpty() && call.parameters().flag("showAllGoalSpecificMetrics");
    return periods.answer(
        call,
        (site, list, alone) -> {
          Map<String, List<DataTable>> read = new LinkedHashMap<>();
          for (Map.Entry<String, Report> part : PARTS.entrySet()) {
            read.put(part.getKey(), tables.read(part.getValue(), site, list, call));
          }
          List<Goal> shown = each ? goals.of(site.id()) : List.of();
          List<Answer> answers = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            Map<String, Object> all = new LinkedHashMap<>();
            for (String suffix : PARTS.keySet()) {
              DataTable table = read.get(suffix).get(i);
              if (alone || !table.isEmpty()) {
                Row row = ReportTables.totals(table);
                put(all, columns(row, goal, site.ecommerce(), style.numbers()), "", suffix);
                for (Goal one : shown) {
                  String prefix = "goal_" + one.id() + "_";
                  put(
                      all,
                      columns(row, OptionalInt.of(one.id()), site.ecommerce(), style.numbers()),
                      prefix,
                      suffix);
                }
              }
            }
            answers.add(all.isEmpty() ? Answer.Table.EMPTY : new Answer.One(style.finish(all)));
          }
          return answers;
        });
  }

  private static void put(
      Map<String, Object> all, Map<String, Object> columns, String prefix, String suffix) {
    columns.forEach((name, value) -> all.put(prefix + name + suffix, value));
  }

  /** What is told of a row of all visits. */
  static Map<String, Object> columns(Row row, OptionalInt goal, boolean shop, NumberStyle numbers) {
    Map<String, Object> columns = new LinkedHashMap<>();
    long visits = row.value(Metric.VISITS);
    long converted;
    if (goal.isEmpty()) {
      converted = row.value(Metric.CONVERTED_VISITS);
      columns.put("nb_conversions", GoalColumns.sum(row, Metric.CONVERSIONS, shop));
      columns.put("nb_visits_converted", converted);
      columns.put(
          "revenue", RowNumbers.plain(GoalColumns.sum(row, Metric.REVENUE, shop), Metric.REVENUE));
    } else {
      int asked = goal.getAsInt();
      Row counts = row.goals().getOrDefault(asked, Row.nothing());
      converted = counts.value(Metric.CONVERTED_VISITS);
      for (Metric metric : GoalColumns.metrics(asked)) {
        columns.put(MatomoNames.of(metric), RowNumbers.plain(counts, metric));
      }
      if (asked == GoalColumns.ORDER || asked == GoalColumns.CART) {
        BigDecimal average = Ratio.AVERAGE_ORDER.of(counts);
        columns.put(MatomoNames.of(Ratio.AVERAGE_ORDER), numbers.spell(Ratio.Unit.MONEY, average));
      }
    }
    columns.put(
        MatomoNames.of(Ratio.CONVERSION_RATE),
        numbers.spell(Ratio.Unit.FINE_SHARE, GoalColumns.share(converted, visits)));
    return columns;
  }
}
