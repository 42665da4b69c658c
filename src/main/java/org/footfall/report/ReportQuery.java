package org.footfall.report;

import java.util.List;
import org.footfall.segment.Segment;
import org.footfall.site.Site;

/**
 * A report asked for of one site, for one period or several. All answers of a query are of the same
 * moment.
 *
 * @param segment which visits it is about
 * @param flat whether the last rows of a tree will do, where they are had more quickly
 * @param exact whether unique counts are those of all of a row and of its whole period, which takes
 *     longer; else they are added up of days and of what a row sums up
 */
public record ReportQuery(
    Report report, Site site, List<Period> periods, Segment segment, boolean flat, boolean exact) {
  public ReportQuery {
    periods = List.copyOf(periods);
  }

  public ReportQuery(Report report, Site site, List<Period> periods) {
    this(report, site, periods, Segment.ALL);
  }

  public ReportQuery(Report report, Site site, List<Period> periods, Segment segment) {
    this(report, site, periods, segment, false, false);
  }

  public static ReportQuery of(Report report, Site site, Period period) {
    return new ReportQuery(report, site, List.of(period));
  }
}
