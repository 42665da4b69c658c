package org.footfall.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.report.DataTable;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportQuery;
import org.footfall.report.ReportRefused;
import org.footfall.report.Row;
import org.footfall.report.UnreadablePeriod;
import org.footfall.site.Site;

/** A method for every report of the catalogue. */
final class ReportMethods {
  private final SiteAccess access;
  private final ReportEngine engine;
  private final KnownReferrers referrers;
  private final Clock clock;

  ReportMethods(SiteAccess access, ReportEngine engine, KnownReferrers referrers, Clock clock) {
    this.access = access;
    this.engine = engine;
    this.referrers = referrers;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    for (Report report : ReportCatalogue.ALL) {
      methods.add(report.id(), call -> answer(report, call));
    }
  }

  private Answer answer(Report report, ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    parameters.required("idSite");
    String period = parameters.required("period");
    String date = parameters.required("date");
    SiteAccess.Asked asked = access.viewed(call);
    if (parameters.text("segment").isPresent()) {
      throw SegmentRefusal.of(parameters.required("segment"));
    }
    TableOptions options = TableOptions.of(parameters);
    Map<String, Answer> bySite = new LinkedHashMap<>();
    for (Site site : asked.sites()) {
      Periods periods = periods(period, date, site);
      bySite.put(
          site.id().toString(),
          answer(report, site, periods, options, asked.several(), call.budget()));
    }
    return asked.several() ? new Answer.Keyed("idSite", bySite) : bySite.values().iterator().next();
  }

  private Periods periods(String kind, String date, Site site) throws ApiException {
    LocalDate today = site.zones().dayOf(clock.instant());
    try {
      return Periods.parse(kind, date, today);
    } catch (UnreadablePeriod e) {
      throw switch (e.fault()) {
        case KIND ->
            ApiException.of(
                "The period '"
                    + e.text()
                    + "' is not supported. Try any of the following instead: day, week, month,"
                    + " year, range");
        case DATE ->
            ApiException.of(
                "Date format must be: YYYY-MM-DD, or 'today' or 'yesterday' or any keyword"
                    + " supported by the strtotime function (see http://php.net/strtotime for more"
                    + " information): false");
        case TOO_MANY ->
            ApiException.of(400, "'" + e.text() + "' are too many periods for one request.");
      };
    }
  }

  private Answer answer(
      Report report,
      Site site,
      Periods periods,
      TableOptions options,
      boolean amongSites,
      ApiBudget budget)
      throws ApiException {
    budget.checkTime();
    List<DataTable> tables = tables(new ReportQuery(report, site, periods.list()));
    for (DataTable table : tables) {
      budget.take(table.size());
    }
    if (!periods.several()) {
      return one(report, site, periods.list().get(0), tables.get(0), options, !amongSites, budget);
    }
    Map<String, Answer> byDate = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      Period period = periods.list().get(i);
      byDate.put(period.label(), one(report, site, period, tables.get(i), options, false, budget));
    }
    return new Answer.Keyed("date", byDate);
  }

  private List<DataTable> tables(ReportQuery query) throws ApiException {
    try {
      return engine.tables(query);
    } catch (ReportRefused e) {
      throw ApiException.of(503, e.getMessage());
    }
  }

  /**
   * @param alone whether it is all of the answer: then totals of nothing are zeros, else nothing
   */
  private Answer one(
      Report report,
      Site site,
      Period period,
      DataTable table,
      TableOptions options,
      boolean alone,
      ApiBudget budget)
      throws ApiException {
    LineDrawing drawing =
        new LineDrawing(
            report, period.kind(), site, options, network -> referrers.home(network).orElse(""));
    if (report.ofTotals()) {
      return table.isEmpty() && !alone
          ? Answer.Table.EMPTY
          : new Answer.One(drawing.totals(table.isEmpty() ? Row.nothing() : table.rows().get(0)));
    }
    TableFilters filters = new TableFilters(report, options, budget.looks());
    try {
      return lines(filters, drawing, filters.top(table), options, true);
    } catch (Limited.TooSlow e) {
      throw ApiException.of(400, "The parameter 'filter_pattern' takes too long to match.");
    }
  }

  private static Answer.Table lines(
      TableFilters filters,
      LineDrawing drawing,
      List<Item> items,
      TableOptions options,
      boolean onTop) {
    List<Item> kept = new ArrayList<>(items);
    boolean nested = options.expanded() && !options.flat();
    Iterable<Answer.Line> lines =
        () ->
            kept.stream()
                .map(
                    item ->
                        drawing.line(
                            item,
                            onTop,
                            nested && item.row().subtable().isPresent()
                                ? lines(
                                    filters,
                                    drawing,
                                    filters.below(item.row().subtable().get()),
                                    options,
                                    false)
                                : null))
                .iterator();
    return new Answer.Table(lines, kept.isEmpty());
  }
}
