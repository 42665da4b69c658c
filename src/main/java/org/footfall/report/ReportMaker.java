package org.footfall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.LogSnapshot;
import org.roaringbitmap.RoaringBitmap;

/** Makes the tables of one query from one snapshot of the log. */
final class ReportMaker {
  private final LogSnapshot log;
  private final ReportCache cache;
  private final ReportLimits limits;
  private final Report report;
  private final int site;
  private final ZoneHistory zones;

  ReportMaker(LogSnapshot log, ReportCache cache, ReportLimits limits, ReportQuery query) {
    this.log = log;
    this.cache = cache;
    this.limits = limits;
    this.report = query.report();
    this.site = query.site().id().value();
    this.zones = query.site().zones();
  }

  List<DataTable> tables(List<Period> periods) throws ReportRefused {
    if (periods.isEmpty()) {
      return List.of();
    }
    LocalDate from = periods.get(0).from();
    LocalDate to = periods.get(0).to();
    for (Period period : periods) {
      from = period.from().isBefore(from) ? period.from() : from;
      to = period.to().isAfter(to) ? period.to() : to;
    }
    TreeMap<LocalDate, Long> days = new TreeMap<>(log.days(site, from, to));
    List<DataTable> tables = new ArrayList<>(periods.size());
    for (Period period : periods) {
      tables.add(table(period, days.subMap(period.from(), true, period.to(), true)));
    }
    return tables;
  }

  private DataTable table(Period period, SortedMap<LocalDate, Long> days) throws ReportRefused {
    if (days.isEmpty()) {
      return DataTable.EMPTY;
    }
    ReportCache.TableKey key = ReportCache.TableKey.of(report, site, zones, period, days);
    DataTable known = cache.table(key);
    if (known == null) {
      known = make(days);
      cache.put(key, known);
    }
    return known;
  }

  private DataTable make(SortedMap<LocalDate, Long> days) throws ReportRefused {
    Groups.Joiner joined = new Groups.Joiner(report.source().layout(), limits.rows());
    Uniques uniques = new Uniques();
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      if (Thread.currentThread().isInterrupted()) {
        throw ReportRefused.tookTooLong(limits.time());
      }
      DayFacts facts = facts(day.getKey(), day.getValue());
      joined.add(facts.of(report.source()));
      if (report.source().ofTotals() && report.ofTotals()) {
        uniques.add(facts.who(report.source()));
      }
    }
    Groups groups = joined.build();
    DataTable table = report.shape().rows(groups);
    return report.source().ofTotals() && report.ofTotals()
        ? Totals.exact(table, groups, uniques.visitors(), uniques.users())
        : table;
  }

  private DayFacts facts(LocalDate day, long version) {
    boolean ofVisits = report.source().ofVisits();
    ReportCache.DayKey key = new ReportCache.DayKey(site, day, version, ofVisits, zones);
    DayFacts facts = cache.day(key);
    if (facts == null) {
      facts = ofVisits ? VisitPass.run(log, site, day, zones) : PagePass.run(log, site, day);
      cache.put(key, facts);
    }
    return facts;
  }

  /** Exact unique counts over days: unions, not sums. */
  private static final class Uniques {
    private final RoaringBitmap known = new RoaringBitmap();
    private long strangers;
    private long[] users = new long[0];

    void add(DayFacts.Who day) {
      known.or(day.visitors());
      strangers += day.strangers();
      if (day.users().length > 0) {
        long[] all = Arrays.copyOf(users, users.length + day.users().length);
        System.arraycopy(day.users(), 0, all, users.length, day.users().length);
        users = Arrays.stream(all).sorted().distinct().toArray();
      }
    }

    long visitors() {
      return known.getLongCardinality() + strangers;
    }

    long users() {
      return users.length;
    }
  }
}
