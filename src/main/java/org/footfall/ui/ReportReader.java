package org.footfall.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportQuery;
import org.footfall.report.ReportRefused;
import org.footfall.report.Row;
import org.footfall.site.Site;
import org.footfall.visitlog.LogSnapshot;

/** Reads a dashboard's numbers from the reports. */
final class ReportReader implements DashboardReader {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

  /** Weekday and hour need each day's hours: not for longer periods. */
  private static final int MOST_DAYS_OF_HOURS = 92;

  private static final int ROWS = 7;

  /** What channels are called on pages, by the report's keys. */
  private static final Map<String, String> CHANNELS =
      Map.of(
          "1", "Direct entry",
          "2", "Search engines",
          "3", "Websites",
          "6", "Campaigns",
          "7", "Social networks");

  private final ReportEngine engine;
  private final ReportEngine.Snapshots log;

  ReportReader(ReportEngine engine, ReportEngine.Snapshots log) {
    this.engine = engine;
    this.log = log;
  }

  @Override
  public Optional<LocalDate> lastDay(Site site) {
    return lastDay(site, LAST);
  }

  private Optional<LocalDate> lastDay(Site site, LocalDate to) {
    SortedMap<LocalDate, Long> days =
        log.snapshot((LogSnapshot snapshot) -> snapshot.days(site.id().value(), FIRST, to));
    return days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey());
  }

  @Override
  public DashboardData read(Site site, DashboardQuery query) throws ReportRefused {
    Span span = query.span();
    Optional<Span> before = query.before();
    boolean begun = !span.from().isAfter(span.today());
    List<LocalDate> days = begun ? days(span.from(), span.reached()) : List.of();
    List<LocalDate> daysBefore =
        before.map(earlier -> days(earlier.from(), earlier.to())).orElse(List.of());
    boolean byHour = query.grain() == Grain.HOUR;
    Period period =
        span.days() == 1
            ? Period.of(Period.Kind.DAY, span.from())
            : Period.range(span.from(), span.to());
    return new DashboardData(
        figures(site, days),
        figures(site, daysBefore),
        byHour && begun ? hours(site, span.from()) : List.of(),
        byHour && before.isPresent() ? hours(site, before.get().from()) : List.of(),
        days.size() <= MOST_DAYS_OF_HOURS && !byHour ? weekHours(site, days) : List.of(),
        pages(site, period, ReportCatalogue.PAGE_URLS, Metric.HITS),
        pages(site, period, ReportCatalogue.ENTRY_PAGE_URLS, Metric.ENTRY_VISITS),
        ranking(
            rows(site, period, ReportCatalogue.REFERRER_TYPES),
            Metric.VISITS,
            row -> CHANNELS.getOrDefault(row.key(), row.label())),
        ranking(rows(site, period, ReportCatalogue.WEBSITES), Metric.VISITS, Row::label),
        lastDay(site, span.to()));
  }

  private static List<LocalDate> days(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).toList();
  }

  /** One entry a day. As long as pages are all that is counted, every action is a page view. */
  private List<DayFigures> figures(Site site, List<LocalDate> days) throws ReportRefused {
    List<DataTable> tables = tables(site, ReportCatalogue.VISITS_SUMMARY, days);
    List<DayFigures> figures = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      figures.add(figures(days.get(i), tables.get(i)));
    }
    return figures;
  }

  private static DayFigures figures(LocalDate day, DataTable table) {
    if (table.isEmpty()) {
      return new DayFigures(day, 0, 0, 0, 0, 0);
    }
    Row row = table.rows().get(0);
    return new DayFigures(
        day,
        row.value(Metric.VISITS),
        row.value(Metric.UNIQUE_VISITORS),
        row.value(Metric.ACTIONS),
        row.value(Metric.BOUNCES),
        row.value(Metric.VISIT_SECONDS));
  }

  private List<Long> hours(Site site, LocalDate day) throws ReportRefused {
    return hours(tables(site, ReportCatalogue.SERVER_HOURS, List.of(day)).get(0));
  }

  private static List<Long> hours(DataTable table) {
    Long[] hours = new Long[24];
    Arrays.fill(hours, 0L);
    for (Row row : table.rows()) {
      hours[Integer.parseInt(row.key())] = row.value(Metric.VISITS);
    }
    return List.of(hours);
  }

  private List<List<Long>> weekHours(Site site, List<LocalDate> days) throws ReportRefused {
    List<DataTable> tables = tables(site, ReportCatalogue.SERVER_HOURS, days);
    long[][] sums = new long[7][24];
    for (int i = 0; i < days.size(); i++) {
      List<Long> hours = hours(tables.get(i));
      int weekday = days.get(i).getDayOfWeek().getValue() - 1;
      for (int hour = 0; hour < 24; hour++) {
        sums[weekday][hour] += hours.get(hour);
      }
    }
    return Arrays.stream(sums).map(hours -> Arrays.stream(hours).boxed().toList()).toList();
  }

  private DashboardData.Ranking pages(Site site, Period period, Report report, Metric metric)
      throws ReportRefused {
    List<Row> leaves = new ArrayList<>();
    collect(rows(site, period, report), leaves);
    return ranking(leaves, metric, row -> path(row.key(), row.label()));
  }

  private static void collect(List<Row> rows, List<Row> leaves) {
    for (Row row : rows) {
      if (row.subtable().isPresent()) {
        collect(row.subtable().get().rows(), leaves);
      } else {
        leaves.add(row);
      }
    }
  }

  /** The address without protocol and host; the label where there is no address. */
  private static String path(String address, String label) {
    int host = address.indexOf("://");
    int slash = address.indexOf('/', host < 0 ? 0 : host + 3);
    if (address.isEmpty()) {
      return label;
    }
    return slash < 0 ? "/" : address.substring(slash);
  }

  private static DashboardData.Ranking ranking(
      List<Row> rows, Metric metric, Function<Row, String> label) {
    long total = rows.stream().mapToLong(row -> row.value(metric)).sum();
    List<Row> counted = rows.stream().filter(row -> row.value(metric) > 0).toList();
    Comparator<Row> most = Comparator.comparingLong(row -> -row.value(metric));
    List<DashboardData.Item> items =
        counted.stream()
            .sorted(most.thenComparing(Row::label))
            .limit(ROWS)
            .map(row -> new DashboardData.Item(label.apply(row), row.value(metric)))
            .toList();
    return new DashboardData.Ranking(items, counted.size(), total);
  }

  private List<Row> rows(Site site, Period period, Report report) throws ReportRefused {
    return engine.table(ReportQuery.of(report, site, period)).rows();
  }

  private List<DataTable> tables(Site site, Report report, List<LocalDate> days)
      throws ReportRefused {
    List<Period> periods = days.stream().map(day -> Period.of(Period.Kind.DAY, day)).toList();
    return periods.isEmpty() ? List.of() : engine.tables(new ReportQuery(report, site, periods));
  }
}
