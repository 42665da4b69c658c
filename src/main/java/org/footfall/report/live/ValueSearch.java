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
    for (LocalDate day : days) {
      if (values.rows() >= ENOUGH_ROWS) {
        break;
      }
      try {
        for (LogPart part : log.parts(number, day)) {
          if (Thread.currentThread().isInterrupted()) {
            throw ReportRefused.interrupted();
          }
          if (values.rows() < ENOUGH_ROWS) {
            values.add(part);
          }
        }
      } catch (DamagedSegmentException e) {
        LOG.debug("Other days will do", e);
      }
    }
    return values.most(limit);
  }
}
