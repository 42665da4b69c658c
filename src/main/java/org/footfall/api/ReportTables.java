package org.footfall.api;

import java.util.List;
import org.footfall.report.DataTable;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportQuery;
import org.footfall.report.ReportRefused;
import org.footfall.report.Row;
import org.footfall.segment.Segment;
import org.footfall.site.Site;

/** Reads reports within what a request may take. */
final class ReportTables {
  private final ReportEngine engine;
  private final SiteSegments segments;

  ReportTables(ReportEngine engine, SiteSegments segments) {
    this.engine = engine;
    this.segments = segments;
  }

  /** A table for each period, in order. */
  List<DataTable> read(Report report, Site site, List<Period> periods, ApiCall call)
      throws ApiException {
    return read(report, site, periods, call, false);
  }

  /**
   * As {@link #read(Report, Site, List, ApiCall)}.
   *
   * @param flat whether the last rows of a tree will do
   */
  List<DataTable> read(Report report, Site site, List<Period> periods, ApiCall call, boolean flat)
      throws ApiException {
    return read(report, site, periods, call, flat, false);
  }

  /** As {@link #read(Report, Site, List, ApiCall)}, with unique visitors as a client wants them. */
  List<DataTable> wanted(Report report, Site site, List<Period> periods, ApiCall call, boolean flat)
      throws ApiException {
    return read(report, site, periods, call, flat, UniqueVisitors.areExact(call.parameters()));
  }

  private List<DataTable> read(
      Report report, Site site, List<Period> periods, ApiCall call, boolean flat, boolean exact)
      throws ApiException {
    ApiBudget budget = call.budget();
    budget.checkTime();
    Segment segment = segments.of(call, site);
    List<DataTable> tables;
    try {
      tables = engine.tables(new ReportQuery(report, site, periods, segment, flat, exact));
    } catch (ReportRefused e) {
      throw ApiException.of(503, e.getMessage());
    }
    for (DataTable table : tables) {
      budget.take(table.size());
    }
    return tables;
  }

  /** The one row of a report of totals, of nothing where nothing was measured. */
  static Row totals(DataTable table) {
    return table.isEmpty() ? Row.nothing() : table.rows().get(0);
  }
}
