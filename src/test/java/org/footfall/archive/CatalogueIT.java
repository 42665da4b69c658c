package org.footfall.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.footfall.job.JobContext;
import org.footfall.report.DataTable;
import org.footfall.report.Dimension;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportArchive;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.report.ReportQuery;
import org.footfall.report.Row;
import org.footfall.segment.Segment;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.HeavyDays;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RandomLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every report there is, over random visits: a report is tried here the day it is
 * declared.
 */
class CatalogueIT {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Period MONTH = Period.of(Period.Kind.MONTH, RandomLog.FIRST);
  private static final Period ALL = Period.of(Period.Kind.YEAR, RandomLog.FIRST);

  /** Reports of visits in which a visit has no row, or several. All others have one for each. */
  private static final Set<String> PARTIAL =
      Set.of(
          "UserId.getUsers",
          "DevicePlugins.getPlugin",
          "CustomVariables.getCustomVariables",
          "Referrers.getAll",
          "Referrers.getKeywords",
          "Referrers.getSearchEngines",
          "Referrers.getWebsites",
          "Referrers.getSocials",
          "Referrers.getAIAssistants",
          "Referrers.getCampaigns");

  private static final String[][] HALVES = {
    {"countryCode==fr", "countryCode!=fr"},
    {"actions>2", "actions<=2"},
    {"pageUrl=@p1", "pageUrl!@p1"}
  };

  /**
   * An address is the same page however it begins, and is told as it was first seen, which a day or
   * a segment may see otherwise than the whole.
   */
  private static final Pattern BEGIN = Pattern.compile("^(https?://)?(www\\.)?");

  private static Database database;
  private static Site site;
  private static ReportEngine engine;
  private static long visits;

  @BeforeAll
  static void open() throws Exception {
    database = TestDatabase.fresh();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    SiteStore sites = new SiteStore(database, clock, new LocalChanges());
    for (int i = 0; i < RandomLog.SITES; i++) {
      sites.add(NewSite.website("Site", "https://example.org", ZoneId.of("Europe/Paris"), NOW));
    }
    site = sites.all().get(0);
    RandomLog log = new RandomLog(9);
    for (int i = 0; i < 12; i++) {
      LogBatch batch = log.next(60);
      database.write(connection -> new LogWriter().write(connection, batch));
    }
    engine = new ReportEngine(new LogReader(database, 4 << 20)::snapshot, ReportLimits.DEFAULT);
    ArchiveJob job =
        new ArchiveJob(
            database,
            new HeavyDays(),
            new ReportArchive(engine, database, 50),
            sites,
            EngineEqualsRowsIT.wanted(database),
            clock,
            Duration.ZERO);
    assertThat(job.run(JobContext.of(clock)).isDone()).isTrue();
    visits =
        new LogReader(database, 4 << 20)
            .<PlainCounts>snapshot(
                snapshot ->
                    new PlainCounts(
                        snapshot, site.id().value(), ALL.from(), ALL.to(), country -> true))
            .visits;
    assertThat(visits).isPositive();
  }

  @AfterAll
  static void close() {
    engine.close();
    database.close();
  }

  static List<Report> reports() {
    List<Report> all = new ArrayList<>(ReportCatalogue.ALL);
    for (int slot = 1; slot <= 2; slot++) {
      all.add(ReportCatalogue.customDimension(true, slot));
      all.add(ReportCatalogue.customDimension(false, slot));
    }
    all.add(ReportCatalogue.NEW_VISITS);
    all.add(ReportCatalogue.RETURNING_VISITS);
    return all;
  }

  private static List<Metric> additive(Report report) {
    return report.metrics().stream()
        .filter(
            metric ->
                metric.join() == Metric.Join.SUM && !EngineEqualsRowsIT.DISTINCT.contains(metric))
        .toList();
  }

  private static DataTable table(Report report, Period period, String segment) throws Exception {
    return engine.table(new ReportQuery(report, site, List.of(period), Segment.parse(segment)));
  }

  /** The sums of a metric by row, rows below others by their way from the top. */
  private static Map<String, Long> byRow(DataTable table, Metric metric) {
    Map<String, Long> sums = new TreeMap<>();
    add(sums, "", table, row -> row.value(metric));
    sums.values().removeIf(value -> value == 0);
    return sums;
  }

  private static void add(
      Map<String, Long> sums, String above, DataTable table, Function<Row, Long> value) {
    for (Row row : table.rows()) {
      String name = above + " > " + BEGIN.matcher(row.name()).replaceFirst("");
      sums.merge(name, value.apply(row), Long::sum);
      if (row.subtable().isPresent()) {
        add(sums, name, row.subtable().get(), value);
      }
    }
  }

  private static Map<String, Long> sum(List<Map<String, Long>> parts) {
    Map<String, Long> all = new TreeMap<>();
    parts.forEach(part -> part.forEach((row, value) -> all.merge(row, value, Long::sum)));
    return all;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aMonthIsTheSumOfItsDays(Report report) throws Exception {
    DataTable month = table(report, MONTH, "");
    List<DataTable> days = new ArrayList<>();
    for (LocalDate day = MONTH.from(); !day.isAfter(MONTH.to()); day = day.plusDays(1)) {
      days.add(table(report, Period.of(Period.Kind.DAY, day), ""));
    }
    for (Metric metric : additive(report)) {
      assertThat(byRow(month, metric))
          .as("%s", metric)
          .isEqualTo(sum(days.stream().map(day -> byRow(day, metric)).toList()));
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aSegmentAndItsNegationAddUp(Report report) throws Exception {
    DataTable whole = table(report, ALL, "");
    for (String[] halves : HALVES) {
      DataTable one = table(report, ALL, halves[0]);
      DataTable other = table(report, ALL, halves[1]);
      for (Metric metric : additive(report)) {
        assertThat(sum(List.of(byRow(one, metric), byRow(other, metric))))
            .as("%s of %s", metric, halves[0])
            .isEqualTo(byRow(whole, metric));
      }
    }
  }

  /** Where every visit has a row, the rows have as many visits as plain counting finds. */
  @ParameterizedTest
  @MethodSource("reports")
  void noVisitIsLostOrCountedTwice(Report report) throws Exception {
    boolean ofVisits =
        report.metrics().contains(Metric.VISITS)
            && report.ofVisits()
            && !report.ofGoals()
            && !report.id().startsWith("VisitFrequency.")
            && !report.id().startsWith("MarketingCampaignsReporting.")
            && !report.id().startsWith("CustomDimensions.");
    long counted =
        table(report, ALL, "").rows().stream().mapToLong(row -> row.value(Metric.VISITS)).sum();
    if (ofVisits && !PARTIAL.contains(report.id())) {
      assertThat(counted).isEqualTo(visits);
    } else {
      assertThat(counted).isNotNegative();
    }
  }

  /** Which rows somebody is in, by what counts whether they are. */
  private static final Map<Metric, Metric> VISITED =
      Map.of(
          Metric.UNIQUE_VISITORS,
          Metric.VISITS,
          Metric.ENTRY_UNIQUE_VISITORS,
          Metric.ENTRY_VISITS,
          Metric.EXIT_UNIQUE_VISITORS,
          Metric.EXIT_VISITS,
          Metric.USERS,
          Metric.VISITS);

  static List<Report> reportsOfUniques() {
    return reports().stream().filter(Report::hasUniques).toList();
  }

  /**
   * A row has as many exact unique visitors as there are visitors whose visits alone would have the
   * row, and as many users as there are users of that kind; so has one that sums up all rows.
   */
  @ParameterizedTest
  @MethodSource("reportsOfUniques")
  void exactUniquesAreAllWhoAreInARow(Report report) throws Exception {
    LocalDate first = RandomLog.FIRST;
    Period some = Period.range(first.plusDays(1), first.plusDays(4));
    assertUniques(report, Period.of(Period.Kind.WEEK, first.plusDays(3)), "", false);
    assertUniques(report, some, "actions>1", false);
    assertUniques(report, some, "", true);
  }

  private static void assertUniques(Report report, Period period, String segment, boolean flat)
      throws Exception {
    DataTable exact =
        engine.table(
            new ReportQuery(report, site, List.of(period), Segment.parse(segment), flat, true));
    for (Metric metric : VISITED.keySet()) {
      if (!report.metrics().contains(metric)) {
        continue;
      }
      Map<String, Long> expected = new TreeMap<>();
      for (DataTable own : ofEach(metric, report, period, segment, flat)) {
        Map<String, Long> in = new TreeMap<>();
        add(in, "", own, row -> isIn(row, metric) ? 1L : 0L);
        in.forEach((name, one) -> expected.merge(name, one, Long::sum));
        boolean any = own.rows().stream().anyMatch(row -> isIn(row, metric));
        expected.merge("all", any ? 1L : 0L, Long::sum);
      }
      Map<String, Long> found = new TreeMap<>(byRow(exact, metric));
      if (!exact.isEmpty()) {
        found.put("all", Row.summary("", exact.rows()).value(metric));
      }
      expected.values().removeIf(count -> count == 0);
      found.values().removeIf(count -> count == 0);
      assertThat(found)
          .as("%s of %s of %s, flat: %s", metric, period.label(), segment, flat)
          .isEqualTo(expected);
    }
  }

  /** Of variables of pages it is only known how often they were told, and not by which users. */
  private static boolean isIn(Row row, Metric metric) {
    Metric counted = VISITED.get(metric);
    if (metric == Metric.USERS) {
      return row.has(metric) && row.value(counted) > 0;
    }
    boolean told = row.has(counted) || metric != Metric.UNIQUE_VISITORS;
    return row.value(told ? counted : Metric.ACTIONS) > 0;
  }

  /** A table of each visitor's visits, or of each user's; who has no ordinal is new every day. */
  private static List<DataTable> ofEach(
      Metric metric, Report report, Period period, String segment, boolean flat) throws Exception {
    List<Period> whole = List.of(period);
    List<Period> days =
        period.from().datesUntil(period.to().plusDays(1)).map(CatalogueIT::day).toList();
    List<DataTable> tables = new ArrayList<>();
    for (int visitor = 0; visitor < RandomLog.VISITORS; visitor++) {
      String user = RandomLog.user(visitor);
      if (metric == Metric.USERS && user.isEmpty()) {
        continue;
      }
      String one =
          metric == Metric.USERS
              ? "userId==" + user
              : "visitorId==" + String.format(Locale.ROOT, "%016x", RandomLog.id(visitor));
      boolean known = metric == Metric.USERS || RandomLog.ordinal(visitor) > 0;
      Segment of = Segment.parse(segment.isEmpty() ? one : segment + ";" + one);
      tables.addAll(
          engine.tables(new ReportQuery(report, site, known ? whole : days, of, flat, false)));
    }
    return tables;
  }

  private static Period day(LocalDate day) {
    return Period.of(Period.Kind.DAY, day);
  }

  /** Were it not so, the properties above would hold of nothing. */
  @Test
  void mostReportsHaveRows() throws Exception {
    List<String> empty = new ArrayList<>();
    for (Report report : reports()) {
      if (report.dimension() != Dimension.NONE && table(report, ALL, "").isEmpty()) {
        empty.add(report.id());
      }
    }
    assertThat(empty).as("reports that random visits leave empty").hasSizeLessThan(12);
  }
}
