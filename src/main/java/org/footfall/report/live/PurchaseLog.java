package org.footfall.report.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.footfall.report.ReportRefused;
import org.footfall.site.Site;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * What visitors of shops have bought at any time. That needs every day since the first of them
 * came; so what was bought on a day, by visitor, is kept in memory with the day's version. Few
 * visits buy anything, which makes a day small.
 */
final class PurchaseLog {
  private static final long MOST_BYTES = 8L << 20;
  private static final int BYTES_EACH = 120;

  private final Cache<Day, Map<Long, Purchases>> days =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(MOST_BYTES)
          .<Day, Map<Long, Purchases>>weigher(
              (day, bought) -> BYTES_EACH * (1 + Math.min(1 << 20, bought.size())))
          .build();

  private record Day(int site, LocalDate day, long version) {}

  /** The visits with what their visitors have bought, where the site is a shop. */
  List<LoggedVisit> addTo(List<LoggedVisit> visits, LogSnapshot log) throws ReportRefused {
    Map<Site, Map<Long, Purchases>> bySite = new HashMap<>();
    List<LoggedVisit> all = new ArrayList<>(visits.size());
    for (LoggedVisit visit : visits) {
      Site site = visit.site();
      if (!site.ecommerce()) {
        all.add(visit);
        continue;
      }
      if (!bySite.containsKey(site)) {
        bySite.put(
            site, of(site, visits.stream().filter(v -> v.site().equals(site)).toList(), log));
      }
      Purchases bought = bySite.get(site).getOrDefault(visit.visitorId(), Purchases.NOTHING);
      all.add(new LoggedVisit(site, visit.row(), visit.actions(), Optional.of(bought)));
    }
    return all;
  }

  private Map<Long, Purchases> of(Site site, List<LoggedVisit> visits, LogSnapshot log)
      throws ReportRefused {
    Set<Long> visitors = visits.stream().map(LoggedVisit::visitorId).collect(Collectors.toSet());
    long first = visits.stream().mapToLong(LoggedVisit::firstSeen).min().orElse(0);
    LocalDate from = site.zones().dayOf(Instant.ofEpochSecond(first));
    Map<Long, Purchases> bought = new HashMap<>();
    for (Map.Entry<LocalDate, Long> day :
        log.days(site.id().value(), from, LocalDate.of(9999, 12, 31)).entrySet()) {
      if (Thread.currentThread().isInterrupted()) {
        throw ReportRefused.interrupted();
      }
      Map<Long, Purchases> ofDay = of(site.id().value(), day.getKey(), day.getValue(), log);
      for (Long visitor : ofDay.size() < visitors.size() ? ofDay.keySet() : visitors) {
        if (visitors.contains(visitor) && ofDay.containsKey(visitor)) {
          bought.merge(visitor, ofDay.get(visitor), Purchases::plus);
        }
      }
    }
    return bought;
  }

  private Map<Long, Purchases> of(int site, LocalDate day, long version, LogSnapshot log) {
    Day key = new Day(site, day, version);
    Map<Long, Purchases> known = days.getIfPresent(key);
    if (known == null) {
      known = read(site, day, log);
      if (!log.isDamaged(site, day, day)) {
        days.put(key, known);
      }
    }
    return known;
  }

  private static Map<Long, Purchases> read(int site, LocalDate day, LogSnapshot log) {
    LogTable visits =
        log.visits(site, day, List.of(Columns.VISIT_ID, Columns.VISITOR_ID, Columns.BUYER));
    NumberColumn ids = visits.number(Columns.VISIT_ID);
    NumberColumn buyers = visits.number(Columns.BUYER);
    Map<Long, Long> visitorOf = new HashMap<>();
    for (int row = 0; row < visits.rows(); row++) {
      if (buyers.get(row) != 0) {
        visitorOf.put(ids.get(row), visits.number(Columns.VISITOR_ID).get(row));
      }
    }
    if (visitorOf.isEmpty()) {
      return Map.of();
    }
    long[] buying = visitorOf.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    LogTable rows =
        log.actions(
            site,
            day,
            buying,
            List.of(
                Columns.ACTION_VISIT_ID,
                Columns.KIND,
                Columns.GOAL,
                Columns.REVENUE,
                Columns.ITEMS));
    Map<Long, Purchases> bought = new HashMap<>();
    for (int row = 0; row < rows.rows(); row++) {
      LoggedRow each = new LoggedRow(rows, row);
      if (each.number(Columns.KIND) == ActionCode.CONVERSION) {
        bought.merge(
            visitorOf.get(each.number(Columns.ACTION_VISIT_ID)),
            Purchases.of(each),
            Purchases::plus);
      }
    }
    return Map.copyOf(bought);
  }
}
