package org.footfall.api;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;
import org.footfall.site.GoalStore;
import org.footfall.site.Site;

/** The conversions of whole periods, to which those of pages are held. */
record PeriodConversions(ReportTables tables, GoalStore goals) {
  /** By goal, for each period: of a shop, or of goals; nothing where there is neither. */
  List<SortedMap<Integer, Row>> of(Report report, Site site, List<Period> list, ApiCall call)
      throws ApiException {
    if (!report.tellsOfPages() || (!site.ecommerce() && goals.of(site.id()).isEmpty())) {
      return Collections.nCopies(list.size(), Collections.emptySortedMap());
    }
    return tables.read(ReportCatalogue.VISITS_SUMMARY, site, list, call).stream()
        .map(table -> ReportTables.totals(table).goals())
        .map(all -> site.ecommerce() ? all : all.tailMap(GoalColumns.ORDER + 1))
        .toList();
  }
}
