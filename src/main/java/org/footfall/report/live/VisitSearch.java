package org.footfall.report.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.footfall.report.ReportRefused;
import org.footfall.segment.Segment;
import org.footfall.segment.Selected;
import org.footfall.site.Site;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.DamagedSegmentException;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * Finds the first visits of a query. A visit lies within a day, so days are looked at one after the
 * other, from the end that is asked for, and no more of them than it takes; of each only the time
 * of the last action is read, and what the segment names.
 */
final class VisitSearch {
  /** A day has some dozen segments at most, but for those of batches that wait. */
  private static final int MOST_DAMAGED = 1_000;

  private final LogSnapshot log;
  private final LiveQuery query;
  private final Comparator<Pick> order;

  VisitSearch(LogSnapshot log, LiveQuery query) {
    this.log = log;
    this.query = query;
    this.order = Pick.order(query.oldestFirst());
  }

  /** The visits asked for, in order. */
  List<Pick> find() throws ReportRefused {
    List<Pick> found = new ArrayList<>();
    for (LiveQuery.Scope scope : query.scopes()) {
      found.addAll(of(scope));
    }
    found.sort(order);
    return found.subList(
        Math.min(query.offset(), found.size()), Math.min(query.reach(), found.size()));
  }

  private List<Pick> of(LiveQuery.Scope scope) throws ReportRefused {
    List<LocalDate> days =
        new ArrayList<>(log.days(scope.site().id().value(), scope.from(), scope.to()).keySet());
    if (!query.oldestFirst()) {
      Collections.reverse(days);
    }
    List<Pick> found = new ArrayList<>();
    for (LocalDate day : days) {
      if (found.size() >= query.reach()) {
        break;
      }
      found.addAll(of(scope, day, query.reach() - found.size()));
    }
    return found;
  }

  private List<Pick> of(LiveQuery.Scope scope, LocalDate day, int most) throws ReportRefused {
    DamagedSegmentException damage = null;
    for (int tries = 0; tries < MOST_DAMAGED; tries++) {
      try {
        PriorityQueue<Pick> kept = new PriorityQueue<>(order.reversed());
        for (LogPart part : log.parts(scope.site().id().value(), day)) {
          if (Thread.currentThread().isInterrupted()) {
            throw ReportRefused.interrupted();
          }
          keep(part, scope, day, most, kept);
        }
        List<Pick> found = new ArrayList<>(kept);
        found.sort(order);
        return found;
      } catch (DamagedSegmentException e) {
        // It is set aside by now, so the day has one segment less.
        damage = e;
      }
    }
    throw damage;
  }

  private void keep(
      LogPart part, LiveQuery.Scope scope, LocalDate day, int most, PriorityQueue<Pick> kept) {
    Site site = scope.site();
    Segment segment = scope.segment();
    Set<Column> columns = new HashSet<>(segment.visitColumns());
    columns.add(Columns.VISIT_ID);
    columns.add(Columns.LAST_ACTION_TIME);
    LogTable visits = part.visits(columns);
    NumberColumn ids = visits.number(Columns.VISIT_ID);
    NumberColumn ends = visits.number(Columns.LAST_ACTION_TIME);
    Selected selected = null;
    if (!segment.isAll()) {
      Set<Column> ofActions = segment.actionColumns();
      LogTable actions = ofActions.isEmpty() ? null : part.actions(ofActions);
      selected = segment.in(visits, actions, site.zones());
    }
    for (int row = 0; row < visits.rows(); row++) {
      long end = ends.get(row);
      if (end <= query.after() || (selected != null && !selected.has(row))) {
        continue;
      }
      if (kept.size() < most || mayBeat(kept.peek(), end)) {
        kept.add(new Pick(site, day, ids.get(row), end));
        if (kept.size() > most) {
          kept.poll();
        }
      }
    }
  }

  /** Whether a visit that ends then may come before the last one kept. */
  private boolean mayBeat(Pick last, long end) {
    return query.oldestFirst() ? end <= last.end() : end >= last.end();
  }
}
