package org.footfall.report.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.footfall.report.ReportRefused;
import org.footfall.segment.SegmentDimension;
import org.footfall.segment.ValueCount;
import org.footfall.site.Site;
import org.footfall.visitlog.DamagedSegmentException;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what visits can be selected by: the values of the latest days, until there are many. */
final class ValueSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ValueSearch.class);
  private static final int DAYS = 60;
  private static final long ENOUGH_ROWS = 200_000;

  private final LogSnapshot log;
  private final Site site;
  private final ValueCount values;

  ValueSearch(LogSnapshot log, Site site, SegmentDimension dimension) {
    this.log = log;
    this.site = site;
    this.values = new ValueCount(dimension, site.zones());
  }

  List<String> most(LocalDate today, int limit) throws ReportRefused {
    int number = site.id().value();
    List<LocalDate> days =
        new ArrayList<>(log.days(number, today.minusDays(DAYS), today.plusDays(1)).keySet());
    Collections.reverse(days);
    boolean damaged = false;
    for (LocalDate day : days) {
      damaged |= !add(number, day);
    }
    if (damaged) {
      LOG.debug("Of site {} only some days are looked at for values", number);
    }
    return values.most(limit);
  }

  /** False when a segment was found damaged; it is set aside by now, and other days will do. */
  private boolean add(int number, LocalDate day) throws ReportRefused {
    try {
      for (LogPart part : log.parts(number, day)) {
        if (Thread.currentThread().isInterrupted()) {
          throw ReportRefused.interrupted();
        }
        if (values.rows() < ENOUGH_ROWS) {
          values.add(part);
        }
      }
      return true;
    } catch (DamagedSegmentException e) {
      return false;
    }
  }
}
