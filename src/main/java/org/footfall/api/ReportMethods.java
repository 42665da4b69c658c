package org.footfall.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.report.DataTable;
import org.footfall.report.Dimension;
import org.footfall.report.GoalReports;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;
import org.footfall.site.Goal;
import org.footfall.site.GoalStore;
import org.footfall.site.Site;

/** A method for every report of the catalogue. */
final class ReportMethods {
  private final PeriodAnswers periods;
  private final ReportTables tables;
  private final KnownReferrers referrers;
  private final GoalStore goals;

  ReportMethods(
      PeriodAnswers periods, ReportTables tables, KnownReferrers referrers, GoalStore goals) {
    this.periods = periods;
    this.tables = tables;
    this.referrers = referrers;
    this.goals = goals;
  }

  void addTo(ApiMethods methods) {
    for (Report report : ReportCatalogue.ALL) {
      methods.add(report.id(), call -> answer(wanted(report, call.parameters()), call));
    }
  }

  private static Report wanted(Report report, ApiParameters parameters) {
    return parameters.flag("abandonedCarts") ? GoalReports.ofCarts(report) : report;
  }

  private Answer answer(Report report, ApiCall call) throws ApiException {
    return periods.answer(
        call,
        (site, list, alone) -> {
          TableOptions options = TableOptions.of(call.parameters());
          Optional<String> only = only(report, call.parameters());
          // What a report needs is asked of the first level, so that takes the tree.
          boolean flat =
              options.flat()
                  && report.ofPages()
                  && report.needed().isEmpty()
                  && !options.aggregates()
                  && options.idSubtable().isEmpty();
          List<DataTable> read = tables.read(report, site, list, call, flat);
          List<SortedMap<Integer, Row>> conversions = conversions(report, site, list, call);
          List<Answer> answers = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            DataTable table = only.isEmpty() ? read.get(i) : only(read.get(i), only.get());
            if (report.ofItems() && !site.ecommerce()) {
              table = DataTable.EMPTY;
            }
            if (report.ofGoals()) {
              table = WantedGoal.of(call.parameters()).only(table);
            }
            Drawing drawing =
                drawing(report, site, list.get(i), table, options, conversions.get(i));
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
            network -> referrers.home(network).orElse(""),
            shownGoals(site, table, options.style()),
            conversions);
    return new Drawing(report, options, lines);
  }

  /**
   * The conversions of whole periods by goal, to which those of pages are held: of a shop, or of
   * goals; nothing where there is neither.
   */
  private List<SortedMap<Integer, Row>> conversions(
      Report report, Site site, List<Period> list, ApiCall call) throws ApiException {
    if (!report.ofPages() || (!site.ecommerce() && goals.of(site.id()).isEmpty())) {
      return Collections.nCopies(list.size(), Collections.emptySortedMap());
    }
    return tables.read(ReportCatalogue.VISITS_SUMMARY, site, list, call).stream()
        .map(table -> ReportTables.totals(table).goals())
        .map(all -> site.ecommerce() ? all : all.tailMap(GoalColumns.ORDER + 1))
        .toList();
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
  private record Drawing(Report report, TableOptions options, LineDrawing lines) {}

  private static Answer one(DataTable table, Drawing drawing, boolean alone, ApiBudget budget)
      throws ApiException {
    if (drawing.report().ofTotals()) {
      return table.isEmpty() && !alone
          ? Answer.Table.EMPTY
          : new Answer.One(drawing.lines().totals(ReportTables.totals(table)));
    }
    TableFilters filters = new TableFilters(drawing.report(), drawing.options(), budget.looks());
    try {
      return lines(filters, drawing, filters.top(table), 1);
    } catch (Limited.TooSlow e) {
      throw ApiException.of(400, "The parameter 'filter_pattern' takes too long to match.");
    }
  }

  private static Answer.Table lines(
      TableFilters filters, Drawing drawing, List<Item> items, int level) {
    List<Item> kept = new ArrayList<>(items);
    TableOptions options = drawing.options();
    boolean nested = options.expanded() && !options.flat() && level < options.depth();
    Iterable<Answer.Line> lines =
        () ->
            kept.stream()
                .map(
                    item ->
                        drawing
                            .lines()
                            .line(
                                item,
                                level == 1,
                                nested && item.row().subtable().isPresent()
                                    ? lines(
                                        filters,
                                        drawing,
                                        filters.below(item.row().subtable().get()),
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
