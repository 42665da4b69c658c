package org.footfall.report.flow;

import java.time.LocalDate;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportRefused;
import org.footfall.visitlog.DamagedSegmentException;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogSnapshot;

/** Ways through pages, counted when somebody asks. */
public final class FlowLog {
  /** A day has some dozen segments at most, but for those of batches that wait. */
  private static final int MOST_DAMAGED = 1_000;

  private final ReportEngine reports;

  public FlowLog(ReportEngine reports) {
    this.reports = reports;
  }

  /**
   * The ways through a page; of a page that was not seen, none.
   *
   * @throws ReportRefused when it would go beyond a limit
   */
  public PageFlow of(FlowQuery query) throws ReportRefused {
    return reports.read(
        log -> {
          FlowCount all = count(query);
          int site = query.site().id().value();
          for (LocalDate day :
              log.days(site, query.period().from(), query.period().to()).keySet()) {
            all.add(ofDay(log, query, day));
          }
          return all.result();
        });
  }

  private FlowCount count(FlowQuery query) {
    return new FlowCount(query, reports.presentation().assistantsApart());
  }

  private FlowCount ofDay(LogSnapshot log, FlowQuery query, LocalDate day) throws ReportRefused {
    DamagedSegmentException damage = null;
    for (int tries = 0; tries < MOST_DAMAGED; tries++) {
      try {
        FlowCount counted = count(query);
        for (LogPart part : log.parts(query.site().id().value(), day)) {
          if (Thread.currentThread().isInterrupted()) {
            throw ReportRefused.interrupted();
          }
          counted.add(part);
        }
        return counted;
      } catch (DamagedSegmentException e) {
        // It is set aside by now, so the day has one segment less.
        damage = e;
      }
    }
    throw damage;
  }
}
