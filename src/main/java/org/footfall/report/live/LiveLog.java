package org.footfall.report.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportRefused;
import org.footfall.segment.Segment;
import org.footfall.segment.SegmentDimension;
import org.footfall.site.Site;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * Visits as they are in the log this moment.
 *
 * <p>First visits are chosen by a few columns ({@link VisitSearch}), then all else is read of the
 * chosen ones only. So the last ten visits cost the same on a site with ten visits a day and on one
 * with a million, but for one column of the last day; and memory goes by what is asked for.
 */
public final class LiveLog {
  /** More rows than this at once, actions and all, would be no answer any more. */
  private static final int MOST_ROWS = 500_000;

  private static final int VISITS_AT_ONCE = 1_000;
  private static final List<Column> VISIT_COLUMNS = Columns.of(Table.VISIT);
  private static final List<Column> ACTION_COLUMNS =
      Columns.of(Table.ACTION).stream()
          .filter(column -> column.coding() != Column.Coding.DERIVED)
          .toList();
  private static final List<Column> OUTCOME_COLUMNS =
      List.of(
          Columns.ACTION_VISIT_ID,
          Columns.POSITION,
          Columns.TIME,
          Columns.KIND,
          Columns.GOAL,
          Columns.CONVERTING_POSITION);

  /**
   * Hits may come late. Of one second, what was told by itself goes first, then actions as they
   * came, each with the goals that it met.
   */
  private static final Comparator<LoggedRow> BY_TIME =
      Comparator.comparingLong((LoggedRow row) -> row.number(Columns.TIME))
          .thenComparingLong(LiveLog::place)
          .thenComparingLong(row -> row.number(Columns.POSITION));

  private final ReportEngine reports;
  private final PurchaseLog purchases = new PurchaseLog();

  public LiveLog(ReportEngine reports) {
    this.reports = reports;
  }

  /** The visits asked for, in order. */
  public List<LoggedVisit> visits(LiveQuery query) throws ReportRefused {
    return reports.read(log -> new Reading(log, query).visits());
  }

  /** What happened since a moment, in visits that a segment selects. */
  public RecentCounts since(Site site, Segment segment, Instant moment, Instant now)
      throws ReportRefused {
    LocalDate from = site.zones().dayOf(moment);
    LocalDate to = site.zones().dayOf(now);
    return reports.read(log -> new RecentCount(log, site, segment, moment).count(from, to));
  }

  /** The values of a dimension that the latest visits have, the most frequent first. */
  public List<String> values(Site site, SegmentDimension dimension, Instant now, int limit)
      throws ReportRefused {
    LocalDate today = site.zones().dayOf(now);
    return reports.read(log -> new ValueSearch(log, site, dimension).most(today, limit));
  }

  private static long place(LoggedRow row) {
    return row.number(Columns.KIND) == ActionCode.CONVERSION
        ? row.number(Columns.CONVERTING_POSITION) - 1
        : row.number(Columns.POSITION);
  }

  private record SiteDay(Site site, LocalDate day) {}

  /** One answer, from one snapshot. */
  private final class Reading {
    private final LogSnapshot log;
    private final LiveQuery query;
    private final Map<Pick, LoggedVisit> visits = new HashMap<>();
    private int rows;

    Reading(LogSnapshot log, LiveQuery query) {
      this.log = log;
      this.query = query;
    }

    List<LoggedVisit> visits() throws ReportRefused {
      List<Pick> picks = new VisitSearch(log, query).find();
      Map<SiteDay, List<Pick>> byDay = new LinkedHashMap<>();
      for (Pick pick : picks) {
        byDay
            .computeIfAbsent(new SiteDay(pick.site(), pick.day()), key -> new ArrayList<>())
            .add(pick);
      }
      for (Map.Entry<SiteDay, List<Pick>> day : byDay.entrySet()) {
        List<Pick> all = day.getValue();
        for (int from = 0; from < all.size(); from += VISITS_AT_ONCE) {
          read(day.getKey(), all.subList(from, Math.min(from + VISITS_AT_ONCE, all.size())));
        }
      }
      List<LoggedVisit> found = new ArrayList<>();
      for (Pick pick : picks) {
        LoggedVisit visit = visits.get(pick);
        if (visit != null) { // a segment may have turned out to be damaged
          found.add(visit);
        }
      }
      return query.detail() == LiveQuery.Detail.VISITS ? found : purchases.addTo(found, log);
    }

    private void read(SiteDay of, Collection<Pick> picks) throws ReportRefused {
      if (Thread.currentThread().isInterrupted()) {
        throw ReportRefused.interrupted();
      }
      long[] ids = picks.stream().mapToLong(Pick::id).sorted().toArray();
      int site = of.site().id().value();
      LogTable read = log.visits(site, of.day(), ids, VISIT_COLUMNS);
      Map<Long, List<LoggedRow>> actions =
          switch (query.detail()) {
            case VISITS -> Map.of();
            case OUTCOMES -> byVisit(log.actions(site, of.day(), ids, OUTCOME_COLUMNS));
            case ACTIONS -> byVisit(log.actions(site, of.day(), ids, ACTION_COLUMNS));
          };
      Map<Long, LoggedRow> byId = new HashMap<>();
      for (int row = 0; row < read.rows(); row++) {
        byId.put(read.number(Columns.VISIT_ID).get(row), new LoggedRow(read, row));
      }
      for (Pick pick : picks) {
        LoggedRow visit = byId.get(pick.id());
        if (visit != null) {
          List<LoggedRow> own = actions.getOrDefault(pick.id(), List.of());
          visits.put(pick, new LoggedVisit(of.site(), visit, own, Optional.empty()));
        }
      }
    }

    private Map<Long, List<LoggedRow>> byVisit(LogTable actions) throws ReportRefused {
      rows += actions.rows();
      if (rows > MOST_ROWS) {
        throw ReportRefused.tooManyRows(MOST_ROWS);
      }
      Map<Long, List<LoggedRow>> byVisit = new HashMap<>();
      NumberColumn owners = actions.number(Columns.ACTION_VISIT_ID);
      for (int row = 0; row < actions.rows(); row++) {
        byVisit
            .computeIfAbsent(owners.get(row), key -> new ArrayList<>())
            .add(new LoggedRow(actions, row));
      }
      byVisit.values().forEach(own -> own.sort(BY_TIME));
      return byVisit;
    }
  }
}
