package org.footfall.ui;

import java.time.LocalDate;
import java.util.Optional;
import org.footfall.report.ReportRefused;
import org.footfall.site.Site;

/** Where the dashboard's numbers come from. */
interface DashboardReader {
  /**
   * @throws ReportRefused when it cannot be made now or in this size
   */
  DashboardData read(Site site, DashboardQuery query) throws ReportRefused;

  /** The site's latest day with rows, empty when no hit ever came. */
  Optional<LocalDate> lastDay(Site site);
}
