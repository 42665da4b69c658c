package org.footfall.report.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footfall.report.ReportRefused;
import org.footfall.segment.Segment;
import org.footfall.site.Site;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * Counts visits that went on after a moment, and what happened in them after it. Finds the visits
 * by their last action, so that no more is read of a long day than these.
 */
final class RecentCount {
  private static final int MOST_VISITS = 200_000;
  private static final int AT_ONCE = 20_000;

  private final LogSnapshot log;
  private final Site site;
  private final Segment segment;
  private final long after;
  private final Set<Long> visitors = new HashSet<>();
  private long visits;
  private long actions;
  private long converted;

  RecentCount(LogSnapshot log, Site site, Segment segment, Instant moment) {
    this.log = log;
    this.site = site;
    this.segment = segment;
    this.after = moment.getEpochSecond() - 1;
  }

  RecentCounts count(LocalDate from, LocalDate to) throws ReportRefused {
    LiveQuery query =
        new LiveQuery(
            List.of(new LiveQuery.Scope(site, from, to, segment)),
            after,
            false,
            0,
            MOST_VISITS,
            LiveQuery.Detail.VISITS);
    List<Pick> picks = new ArrayList<>(new VisitSearch(log, query).find());
    for (LocalDate day : picks.stream().map(Pick::day).distinct().toList()) {
      long[] ids =
          picks.stream().filter(pick -> pick.day().equals(day)).mapToLong(Pick::id).toArray();
      for (int start = 0; start < ids.length; start += AT_ONCE) {
        int end = Math.min(ids.length, start + AT_ONCE);
        count(day, Arrays.copyOfRange(ids, start, end));
      }
    }
    return new RecentCounts(visits, actions, visitors.size(), converted);
  }

  private void count(LocalDate day, long[] ids) {
    Arrays.sort(ids);
    LogTable read =
        log.visits(
            site.id().value(), day, ids, List.of(Columns.VISITOR_ORDINAL, Columns.VISITOR_ID));
    NumberColumn ordinals = read.number(Columns.VISITOR_ORDINAL);
    NumberColumn visitorIds = read.number(Columns.VISITOR_ID);
    visits += read.rows();
    for (int row = 0; row < read.rows(); row++) {
      long ordinal = ordinals.get(row);
      visitors.add(ordinal > 0 ? ordinal : visitorIds.get(row));
    }
    LogTable happened =
        log.actions(
            site.id().value(),
            day,
            ids,
            List.of(Columns.ACTION_VISIT_ID, Columns.TIME, Columns.KIND));
    NumberColumn times = happened.number(Columns.TIME);
    NumberColumn kinds = happened.number(Columns.KIND);
    NumberColumn owners = happened.number(Columns.ACTION_VISIT_ID);
    long lastConverted = -1;
    for (int row = 0; row < happened.rows(); row++) {
      if (times.get(row) <= after) {
        continue;
      }
      if (kinds.get(row) < ActionCode.CONVERSION) {
        actions++;
      } else if (kinds.get(row) == ActionCode.CONVERSION && owners.get(row) != lastConverted) {
        lastConverted = owners.get(row);
        converted++;
      }
    }
  }
}
