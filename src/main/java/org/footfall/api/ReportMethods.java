package org.footfall.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.enrich.referrer.ReferrerType;
import org.footfall.report.DataTable;
import org.footfall.report.Dimension;
import org.footfall.report.GoalReports;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.Goal;
import org.footfall.site.GoalStore;
import org.footfall.site.Site;

/** A method for every report of the catalogue. */
final class ReportMethods {
  private final PeriodAnswers periods;
  private final ReportTables tables;
  private final KnownReferrers referrers;
  private final GoalStore goals;
  private final CustomDimensionStore dimensions;
  private final PeriodConversions conversions;

  ReportMethods(
      PeriodAnswers periods,
      ReportTables tables,
      KnownReferrers referrers,
      GoalStore goals,
      CustomDimensionStore dimensions) {
    this.dimensions = dimensions;
    this.periods = periods;
    this.tables = tables;
    this.referrers = referrers;
    this.goals = goals;
    this.conversions = new PeriodConversions(tables, goals);
  }

  void addTo(ApiMethods methods) {
    for (Report report : ReportCatalogue.ALL) {
      methods.add(
          report.id(),
          call ->
              answer(
                  (site, parameters) ->
                      wanted(report, parameters).with(parameters.text("secondaryDimension", "")),
                  call));
      addBelow(methods, report);
      report.others().values().forEach(other -> addBelow(methods, other));
    }
    methods.add("CustomDimensions.getCustomDimension", call -> answer(this::dimension, call));
  }

  private static Report wanted(Report report, ApiParameters parameters) {
    return parameters.flag("abandonedCarts") ? GoalReports.ofCarts(report) : report;
  }

  /** The report on the dimension of the site that a client names by its id. */
  private Report dimension(Site site, ApiParameters parameters) throws ApiException {
    String unused = parameters.required("idDimension");
    int id = parameters.number("idDimension", 0);
    CustomDimension dimension =
        dimensions
            .find(site.id(), id)
            .orElseThrow(
                () ->
                    ApiException.of(
                        "Dimension " + id + " for site " + site.id() + " does not exist"));
    boolean ofActions = dimension.scope() == CustomDimension.Scope.ACTION;
    return ReportCatalogue.customDimension(ofActions, dimension.slot());
  }

  /** The method of its own, where there is one, that tells the rows below a row. */
  private void addBelow(ApiMethods methods, Report report) {
    if (!report.belowAction().equals(report.action())) {
      methods.add(
          report.module() + "." + report.belowAction(),
          call -> {
            String unused = call.parameters().required("idSubtable");
            return answer((site, parameters) -> report, call);
          });
    }
  }

  /** Which report a question is about, where several go by one name. */
  @FunctionalInterface
  interface Choice {
    Report of(Site site, ApiParameters parameters) throws ApiException;
  }

  Answer answer(Choice choice, ApiCall call) throws ApiException {
    return periods.answer(
        call,
        (site, list, alone) -> {
          Report report = choice.of(site, call.parameters());
          TableOptions options = TableOptions.of(call.parameters());
          Optional<String> only = only(report, call.parameters());
          // What a report needs is asked of the first level, so that takes the tree.
          boolean flat =
              options.flat()
                  && report.ofPages()
                  && report.needed().isEmpty()
                  && !options.aggregates()
                  && options.idSubtable().isEmpty();
          List<DataTable> read = tables.wanted(report, site, list, call, flat);
          List<SortedMap<Integer, Row>> converted = conversions.of(report, site, list, call);
          List<Answer> answers = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            DataTable table = only.isEmpty() ? read.get(i) : only(read.get(i), only.get());
            if (report.ofItems() && !site.ecommerce()) {
              table = DataTable.EMPTY;
            }
            if (report.ofGoals()) {
              table = WantedGoal.of(call.parameters()).only(table);
            }
            Drawing drawing = drawing(report, site, list.get(i), table, options, converted.get(i));
            answers.add(one(table, drawing, alone, call.budget()));
          }
          return answers;
        });
  }

  /** The key of the one channel that a client wants, where it does. */
  private static Optional<String> only(Report report, ApiParameters parameters)
      throws ApiException {
    if (report.dimension() != Dimension.REFERRER_TYPE
        || parameters.text("typeReferrer", "0").matches("0|false")) {
      return Optional.empty();
    }
    return Optional.of(Integer.toString(parameters.number("typeReferrer", 0)));
  }

  private static DataTable only(DataTable table, String key) {
    return new DataTable(table.rows().stream().filter(row -> row.key().equals(key)).toList());
  }

  /** Where those are at home who sent visitors; engines are asked by web browsers. */
  private String home(Dimension dimension, String name) {
    return switch (dimension) {
      case SOCIAL_NETWORK -> referrers.home(name).orElse("");
      case AI_ASSISTANT -> referrers.home(ReferrerType.AI_ASSISTANT, name).orElse("");
      case SEARCH_ENGINE ->
          referrers.home(ReferrerType.SEARCH, name).map(home -> "http://" + home).orElse("");
      default -> "";
    };
  }

  private Drawing drawing(
      Report report,
      Site site,
      Period period,
      DataTable table,
      TableOptions options,
      SortedMap<Integer, Row> conversions) {
    LineDrawing lines =
        new LineDrawing(
            report,
            period.kind(),
            site,
            options,
            this::home,
            shownGoals(site, table, options.style()),
            conversions);
    return new Drawing(report, options, lines);
  }

  /** The goals a client wants columns of, if there is anything of them in the table. */
  private List<Integer> shownGoals(Site site, DataTable table, LineStyle style) {
    if (style.added() != LineStyle.Added.GOALS) {
      return List.of();
    }
    Set<Integer> met = new HashSet<>();
    table.rows().forEach(row -> met.addAll(row.goals().keySet()));
    return goals.of(site.id()).stream()
        .map(Goal::id)
        .filter(met::contains)
        .filter(id -> style.goal().isEmpty() || style.goal().get().equals(id.toString()))
        .toList();
  }

  /** How one table of a report is drawn. */
  private record Drawing(Report report, TableOptions options, LineDrawing lines) {
    Drawing over(List<Item> items) {
      return new Drawing(report, options, lines.over(items));
    }
  }

  private static Answer one(DataTable table, Drawing drawing, boolean alone, ApiBudget budget)
      throws ApiException {
    if (drawing.report().ofTotals()) {
      return table.isEmpty() && !alone
          ? Answer.Table.EMPTY
          : new Answer.One(drawing.lines().totals(ReportTables.totals(table)));
    }
    TableFilters filters = new TableFilters(drawing.report(), drawing.options(), budget.looks());
    try {
      List<Item> items = filters.top(table);
      return lines(filters, drawing.over(items), items, null, 1);
    } catch (Limited.TooSlow e) {
      throw ApiException.of(400, "The parameter 'filter_pattern' takes too long to match.");
    }
  }

  private static Answer.Table lines(
      TableFilters filters, Drawing drawing, List<Item> items, Row parent, int level) {
    List<Item> kept = new ArrayList<>(items);
    TableOptions options = drawing.options();
    boolean nested =
        options.expanded()
            && !options.flat()
            && level < options.depth()
            && !drawing.report().does(Report.Habit.NEVER_EXPANDED);
    Iterable<Answer.Line> lines =
        () ->
            kept.stream()
                .map(
                    item ->
                        drawing
                            .lines()
                            .line(
                                item,
                                parent,
                                nested && item.row().subtable().isPresent()
                                    ? lines(
                                        filters,
                                        drawing,
                                        filters.below(item.row().subtable().get()),
                                        item.row(),
                                        level + 1)
                                    : null))
                .iterator();
    if (options
        .matchBelow()
        .isPresent()) { // what is below is matched here, not while it is written
      List<Answer.Line> drawn = new ArrayList<>();
      lines.forEach(drawn::add);
      return new Answer.Table(drawn, drawn.isEmpty());
    }
    return new Answer.Table(lines, kept.isEmpty());
  }
}
