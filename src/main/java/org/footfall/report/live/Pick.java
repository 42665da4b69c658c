package org.footfall.report.live;

import java.time.LocalDate;
import java.util.Comparator;
import org.footfall.site.Site;

/**
 * A visit that was found, before anything else of it is read.
 *
 * @param end its last action, unix seconds
 */
record Pick(Site site, LocalDate day, long id, long end) {
  /** Visits that end together go by site and id, so that pages of an answer never overlap. */
  private static final Comparator<Pick> BY_END =
      Comparator.comparingLong(Pick::end)
          .thenComparing(Pick::site, Comparator.comparing(Site::id))
          .thenComparingLong(Pick::id);

  /** The order in which visits are shown. */
  static Comparator<Pick> order(boolean oldestFirst) {
    return oldestFirst ? BY_END : BY_END.reversed();
  }
}
