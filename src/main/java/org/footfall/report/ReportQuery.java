package org.footfall.report;

import java.util.List;
import org.footfall.site.Site;

/**
 * A report asked for of one site, for one period or several. All answers of a query are of the same
 * moment.
 */
public record ReportQuery(Report report, Site site, List<Period> periods) {
  public ReportQuery {
    periods = List.copyOf(periods);
  }

  public static ReportQuery of(Report report, Site site, Period period) {
    return new ReportQuery(report, site, List.of(period));
  }
}
