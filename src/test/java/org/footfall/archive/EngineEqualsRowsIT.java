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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.footfall.job.JobContext;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Presentation;
import org.footfall.report.Report;
import org.footfall.report.ReportArchive;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.report.ReportQuery;
import org.footfall.report.Row;
import org.footfall.report.SiteWords;
import org.footfall.segment.Segment;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.GoalStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SavedSegment;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.HeavyDays;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RandomLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine says is what plain counting of the rows says: over random visits, in every
 * period, before and after the log is compacted, sealed and archived, and after late hits.
 */
class EngineEqualsRowsIT {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** Numbers of different names, which days share, and segments too. */
  static final Set<Metric> DISTINCT =
      Set.of(
          Metric.SEARCH_KEYWORDS,
          Metric.SEARCH_ENGINES,
          Metric.SOCIAL_NETWORKS,
          Metric.KEYWORDS,
          Metric.WEBSITES,
          Metric.WEBSITE_PAGES,
          Metric.CAMPAIGNS,
          Metric.AI_ASSISTANTS);

  private static final Report PAGES_PER_VISIT =
      ReportCatalogue.find("VisitorInterest.getNumberOfVisitsPerPage").orElseThrow();

  private Database database;
  private SiteStore sites;
  private Site site;
  private ReportEngine engine;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    sites = new SiteStore(database, clock(NOW), new LocalChanges());
    for (int i = 0; i < RandomLog.SITES; i++) {
      sites.add(NewSite.website("Site", "https://example.org", ZoneId.of("Europe/Paris"), NOW));
    }
    site = sites.all().get(0);
    restart();
  }

  @AfterEach
  void close() {
    engine.close();
    database.close();
  }

  /** Saved segments in the words of their sites, two of each at most. */
  static WantedSegments wanted(Database of) {
    LocalChanges changes = new LocalChanges();
    return new WantedSegments(
        new SavedSegmentStore(of, clock(NOW)),
        new SiteWords(
            new CustomDimensionStore(of, changes), new GoalStore(of, changes), Presentation.PLAIN),
        2);
  }

  private int save(String definition, Optional<SiteId> of) {
    return new SavedSegmentStore(database, clock(NOW))
        .add("ann", new SavedSegment.Wish(definition, definition, of, true, false))
        .orElseThrow();
  }

  private static Clock clock(Instant at) {
    return Clock.fixed(at, ZoneOffset.UTC);
  }

  /** An engine that has nothing in memory. */
  private void restart() {
    if (engine != null) {
      engine.close();
    }
    engine = new ReportEngine(new LogReader(database, 4 << 20)::snapshot, ReportLimits.DEFAULT);
  }

  private void archive(Instant at) throws Exception {
    ArchiveJob job =
        new ArchiveJob(
            database,
            new HeavyDays(),
            new ReportArchive(engine, database, 50),
            sites,
            wanted(database),
            clock(at),
            Duration.ZERO);
    assertThat(job.run(JobContext.of(clock(at))).isDone()).isTrue();
  }

  @Test
  void inEveryPeriodAndWhateverIsDoneToTheLog() throws Exception {
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      RandomLog log = new RandomLog(seed);
      for (int batch = 0; batch < 12; batch++) {
        write(log, 30 + random.nextInt(60));
      }
      int unusedSegment = save("countryCode%3D%3Dfr", Optional.empty());
      assertAll("plain");
      archive(Instant.parse("2026-03-30T12:00:00Z"));
      restart();
      assertAll("some days sealed");
      archive(NOW);
      restart();
      assertAll("all archived");
      assertThat(count("SELECT COUNT(*) AS n FROM archived_counts WHERE period = 'Y'"))
          .isPositive();
      write(log, 40);
      assertAll("after late hits");
      restart();
      assertAll("after late hits, anew");
      archive(Instant.parse("2026-03-30T12:00:00Z"));
      assertAll("late hits counted before somebody asks");
      archive(NOW);
      restart();
      assertAll("archived again");
      close();
      engine = null;
      open();
    }
  }

  /** What was saved is found by whoever types the same, and gone when it is deleted. */
  @Test
  void savedSegmentsAreStoredAsTheyAreCounted() throws Exception {
    RandomLog log = new RandomLog(9);
    for (int batch = 0; batch < 12; batch++) {
      write(log, 60);
    }
    archive(NOW);
    assertThat(countOf("segment <> ''")).isZero();
    int here = save("countryCode%3D%3Dfr", Optional.of(site.id()));
    int elsewhere = save("actions>1", Optional.of(sites.all().get(1).id()));
    database.change(
        "INSERT INTO saved_segment (name, definition, site, login, shared, prepared, created_at)"
            + " VALUES ('a', 'nosuch==1', 0, 'ann', 0, 1, NOW()),"
            + " ('b', 'dimension7==a', 0, 'ann', 0, 1, NOW())");
    archive(NOW);
    for (String period : List.of("D", "M", "Y")) {
      assertThat(countOf("segment <> '' AND site = 1 AND period = '" + period + "'")).isPositive();
    }
    assertThat(count("SELECT COUNT(*) AS n FROM prepared_segment WHERE since = '2025-01-01'"))
        .isEqualTo(count("SELECT COUNT(*) AS n FROM prepared_segment"))
        .isEqualTo(2);
    restart();
    assertAll("with stored counts");
    Period year = Period.of(Period.Kind.YEAR, RandomLog.FIRST);
    long visits = total(ReportCatalogue.VISITS_SUMMARY, year, "countryCode==fr", Metric.VISITS);
    // Were the log read for what is stored, it would show.
    database.change("DELETE FROM log_segment_group");
    restart();
    assertThat(total(ReportCatalogue.VISITS_SUMMARY, year, "countryCode==%46R", Metric.VISITS))
        .isNotEqualTo(visits);
    assertThat(total(ReportCatalogue.VISITS_SUMMARY, year, "countryCode==f%72", Metric.VISITS))
        .isEqualTo(visits)
        .isPositive();
    SavedSegmentStore saved = new SavedSegmentStore(database, clock(NOW));
    saved.delete(here);
    saved.delete(elsewhere);
    archive(NOW);
    assertThat(countOf("segment <> ''")).isZero();
    assertThat(count("SELECT COUNT(*) AS n FROM prepared_segment")).isZero();
  }

  /** As many as are allowed, the first ones. */
  @Test
  void noMoreSegmentsAreStoredThanAllowed() throws Exception {
    RandomLog log = new RandomLog(10);
    for (int batch = 0; batch < 12; batch++) {
      write(log, 60);
    }
    for (int actions = 0; actions < 5; actions++) {
      int unusedSegment = save("actions>" + actions, Optional.of(site.id()));
    }
    archive(NOW);
    assertThat(count("SELECT COUNT(*) AS n FROM prepared_segment")).isEqualTo(2);
    assertAll("with some segments stored");
  }

  private long countOf(String condition) {
    return count("SELECT COUNT(*) AS n FROM archived_counts WHERE " + condition);
  }

  /** Connections break anywhere, a second node does the same, late hits come in between. */
  @Test
  void killedAnywhereItJustGoesOn() throws Exception {
    RandomLog log = new RandomLog(8);
    int unusedSegment = save("countryCode==fr", Optional.of(site.id()));
    for (int batch = 0; batch < 12; batch++) {
      write(log, 60);
    }
    Database nodes = new Database(database.config());
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger failures = new AtomicInteger();
    CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> kill(over));
    List<CompletableFuture<Void>> work = new ArrayList<>();
    for (int node = 0; node < 2; node++) {
      work.add(CompletableFuture.runAsync(() -> archiveOften(nodes, failures)));
    }
    for (CompletableFuture<Void> node : work) {
      node.get();
    }
    over.set(true);
    killer.get();
    nodes.close();
    assertThat(failures.get()).isPositive();
    Database after = new Database(database.config());
    database.close();
    database = after;
    sites = new SiteStore(database, clock(NOW), new LocalChanges());
    restart();
    assertAll("after all that");
    archive(NOW);
    restart();
    assertAll("when it came to an end");
    assertThat(count("SELECT COUNT(*) AS n FROM log_day WHERE state < 2")).isZero();
  }

  private void archiveOften(Database nodes, AtomicInteger failures) {
    try (ReportEngine own =
        new ReportEngine(new LogReader(nodes, 4 << 20)::snapshot, ReportLimits.DEFAULT)) {
      SiteStore known = new SiteStore(nodes, clock(NOW), new LocalChanges());
      for (int round = 0; round < 25; round++) {
        try {
          ArchiveJob job =
              new ArchiveJob(
                  nodes,
                  new HeavyDays(),
                  new ReportArchive(own, nodes, 50),
                  known,
                  wanted(nodes),
                  clock(NOW),
                  Duration.ZERO);
          job.run(JobContext.of(clock(NOW)));
          nodes.change("UPDATE log_day SET state = 0 WHERE DAYOFMONTH(day) % 4 = ?", round % 4);
        } catch (DatabaseException e) {
          failures.incrementAndGet();
        }
      }
    }
  }

  private void kill(AtomicBoolean over) {
    Random random = new Random(8);
    while (!over.get()) {
      LockSupport.parkNanos(random.nextInt(40) * 1_000_000L);
      TestDatabase.killOthers(database);
    }
  }

  @Test
  void damagedAndForeignCountsAreCountedAnew() throws Exception {
    RandomLog log = new RandomLog(5);
    for (int batch = 0; batch < 12; batch++) {
      write(log, 60);
    }
    archive(NOW);
    database.change("UPDATE archived_counts SET data = REVERSE(data) WHERE period = 'M'");
    database.change("UPDATE archived_counts SET fingerprint = 7 WHERE period = 'D'");
    restart();
    assertAll("with damaged counts");
  }

  @Test
  void aSegmentAndItsNegationAddUpToTheWhole() throws Exception {
    RandomLog log = new RandomLog(6);
    for (int batch = 0; batch < 12; batch++) {
      write(log, 60);
    }
    archive(NOW);
    Period all = Period.of(Period.Kind.YEAR, RandomLog.FIRST);
    for (String[] pair :
        new String[][] {
          {"countryCode==fr", "countryCode!=fr"},
          {"pageUrl=@p1", "pageUrl!@p1"},
          {"actions>2", "actions<=2"},
          {"pageTitle==Title of example.org/p3", "pageTitle!=Title of example.org/p3"}
        }) {
      for (Metric metric : List.of(Metric.VISITS, Metric.ACTIONS, Metric.BOUNCES)) {
        long sum = 0;
        for (String definition : pair) {
          long part = total(ReportCatalogue.VISITS_SUMMARY, all, definition, metric);
          assertThat(part > 0 || metric == Metric.BOUNCES).as(definition).isTrue();
          sum += part;
        }
        assertThat(sum)
            .as(String.join(" and ", pair))
            .isEqualTo(total(ReportCatalogue.VISITS_SUMMARY, all, "", metric));
      }
    }
  }

  @Test
  void additiveMetricsOfAMonthAreTheSumsOfItsDays() throws Exception {
    RandomLog log = new RandomLog(7);
    for (int batch = 0; batch < 12; batch++) {
      write(log, 60);
    }
    archive(NOW);
    Period month = Period.of(Period.Kind.MONTH, RandomLog.FIRST);
    for (Report report : ReportCatalogue.ALL) {
      for (Metric metric : report.metrics()) {
        if (metric.join() != Metric.Join.SUM || DISTINCT.contains(metric)) {
          continue;
        }
        long sum = 0;
        for (LocalDate day = month.from(); !day.isAfter(month.to()); day = day.plusDays(1)) {
          sum += total(report, Period.of(Period.Kind.DAY, day), "", metric);
        }
        assertThat(total(report, month, "", metric)).as("%s %s", report, metric).isEqualTo(sum);
      }
    }
  }

  private long total(Report report, Period period, String segment, Metric metric) throws Exception {
    DataTable table =
        engine
            .tables(new ReportQuery(report, site, List.of(period), Segment.parse(segment)))
            .get(0);
    return table.rows().stream().mapToLong(row -> row.value(metric)).sum();
  }

  private void assertAll(String when) throws Exception {
    LocalDate first = RandomLog.FIRST;
    for (int day = 0; day < RandomLog.DAYS; day++) {
      assertPeriod(when, Period.of(Period.Kind.DAY, first.plusDays(day)));
    }
    assertPeriod(when, Period.of(Period.Kind.WEEK, first.plusDays(3)));
    assertPeriod(when, Period.of(Period.Kind.MONTH, first));
    assertPeriod(when, Period.of(Period.Kind.MONTH, first.plusDays(5)));
    assertPeriod(when, Period.of(Period.Kind.YEAR, first));
    assertPeriod(when, Period.range(first.plusDays(1), first.plusDays(4)));
    assertPeriod(when, Period.range(first.minusDays(400), first.plusDays(2)));
    assertPeriod(when, Period.range(first.withDayOfMonth(1), first.plusDays(9)));
  }

  private void assertPeriod(String when, Period period) throws Exception {
    for (String segment : List.of("", "countryCode==fr")) {
      PlainCounts plain =
          new LogReader(database, 4 << 20)
              .snapshot(
                  snapshot ->
                      new PlainCounts(
                          snapshot,
                          site.id().value(),
                          period.from(),
                          period.to(),
                          country -> segment.isEmpty() || country.equals("fr")));
      String what = when + ", " + period.label() + " " + segment;
      assertSummary(what, plain, table(ReportCatalogue.VISITS_SUMMARY, period, segment));
      assertTitles(what, plain, table(ReportCatalogue.PAGE_TITLES, period, segment));
      assertConversions(what, plain, period, segment);
      Map<Long, Long> channels = new TreeMap<>();
      for (Row row : table(ReportCatalogue.REFERRER_TYPES, period, segment).rows()) {
        channels.put(Long.parseLong(row.key()), row.value(Metric.VISITS));
      }
      assertThat(channels).as(what).isEqualTo(plain.visitsByChannel);
      DataTable countries = table(ReportCatalogue.COUNTRIES, period, segment);
      assertThat(byKey(countries, Metric.VISITS)).as(what).isEqualTo(plain.visitsByCountry);
      assertThat(byKey(countries, Metric.UNIQUE_VISITORS))
          .as(what)
          .isEqualTo(plain.uniquesByCountry);
      plain.visitsByPages.remove("0");
      assertThat(byKey(table(PAGES_PER_VISIT, period, segment), Metric.VISITS))
          .as(what)
          .isEqualTo(plain.visitsByPages);
      assertDeeds(what, plain, period, segment);
      assertCampaigns(what, period, segment);
      assertExact(what, plain, period, segment);
    }
  }

  /** Whoever came on several days counts once. */
  private void assertExact(String what, PlainCounts plain, Period period, String segment)
      throws Exception {
    DataTable countries = exact(ReportCatalogue.COUNTRIES, period, segment);
    assertThat(byKey(countries, Metric.UNIQUE_VISITORS))
        .as(what)
        .isEqualTo(PlainCounts.sizes(plain.visitorsByCountry));
    assertThat(byKey(countries, Metric.USERS))
        .as(what)
        .isEqualTo(PlainCounts.sizes(plain.usersByCountry));
    assertThat(byKey(exact(ReportCatalogue.PAGE_TITLES, period, segment), Metric.UNIQUE_VISITORS))
        .as(what)
        .isEqualTo(PlainCounts.sizes(plain.visitorsByTitle));
  }

  private DataTable exact(Report report, Period period, String segment) throws Exception {
    return engine.table(
        new ReportQuery(report, site, List.of(period), Segment.parse(segment), false, true));
  }

  private void assertDeeds(String what, PlainCounts plain, Period period, String segment)
      throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Row row : rows("PagePerformance.get", period, segment)) {
      put(found, "page", row, Metric.HITS, Metric.SERVER_HITS, Metric.SERVER_TIME);
    }
    for (Row row : rows("Events.getCategory", period, segment)) {
      String key = "event " + row.key();
      put(found, key, row, Metric.EVENTS, Metric.EVENTS_WITH_VALUE, Metric.EVENT_VALUES);
    }
    for (Row row : rows("Actions.getSiteSearchKeywords", period, segment)) {
      put(found, "search " + row.key(), row, Metric.HITS, null, null);
    }
    for (Row row : rows("Contents.getContentNames", period, segment)) {
      put(found, " content " + row.key(), row, Metric.IMPRESSIONS, null, null);
      put(found, "click content " + row.key(), row, Metric.INTERACTIONS, null, null);
    }
    for (String kind : List.of("outlink", "download")) {
      String report = kind.equals("outlink") ? "Actions.getOutlinks" : "Actions.getDownloads";
      long hits =
          rows(report, period, segment).stream().mapToLong(row -> row.value(Metric.HITS)).sum();
      if (hits > 0) {
        found.put(kind, "%d, of 0: 0, 0 to 0".formatted(hits));
      }
    }
    for (int slot = 1; slot <= 3; slot++) {
      Report report = ReportCatalogue.customDimension(true, slot);
      for (Row row : table(report, period, segment).rows()) {
        put(found, "dimension " + slot + " " + row.key(), row, Metric.HITS, null, null);
      }
    }
    Map<String, String> expected = new TreeMap<>();
    plain.deeds.forEach((deed, counts) -> expected.put(deed, counts.toString()));
    assertThat(found).as(what).isEqualTo(expected);
  }

  private List<Row> rows(String report, Period period, String segment) throws Exception {
    return table(ReportCatalogue.find(report).orElseThrow(), period, segment).rows();
  }

  private static void put(
      Map<String, String> into, String key, Row row, Metric count, Metric measured, Metric sum) {
    if (row.value(count) == 0) {
      return;
    }
    boolean events = count == Metric.EVENTS;
    Metric least = events ? Metric.LEAST_EVENT_VALUE : Metric.LEAST_SERVER_TIME;
    Metric greatest = events ? Metric.GREATEST_EVENT_VALUE : Metric.GREATEST_SERVER_TIME;
    into.put(
        key,
        "%d, of %d: %d, %d to %d"
            .formatted(
                row.value(count),
                measured == null ? 0 : row.value(measured),
                sum == null ? 0 : row.value(sum),
                measured == null ? 0 : row.value(least),
                measured == null ? 0 : row.value(greatest)));
  }

  /** Of rows that have any. */
  private static Map<String, Long> byKey(DataTable table, Metric metric) {
    Map<String, Long> numbers = new TreeMap<>();
    for (Row row : table.rows()) {
      if (row.value(metric) > 0) {
        numbers.put(row.key(), row.value(metric));
      }
    }
    return numbers;
  }

  private void assertConversions(String what, PlainCounts plain, Period period, String segment)
      throws Exception {
    Map<String, String> byChannel = new TreeMap<>();
    for (Row row : table(ReportCatalogue.REFERRER_TYPES, period, segment).rows()) {
      row.goals()
          .forEach(
              (goal, counts) ->
                  byChannel.put(
                      row.key() + " " + goal,
                      counts.value(Metric.CONVERSIONS)
                          + " brought "
                          + counts.value(Metric.REVENUE)));
    }
    assertThat(byChannel).as(what).isEqualTo(plain.conversionsByChannel);
    Map<String, Long> byTitle = new TreeMap<>();
    for (Row row : table(ReportCatalogue.PAGE_TITLES, period, segment).rows()) {
      row.goals()
          .forEach(
              (goal, counts) ->
                  byTitle.put(row.key() + " " + goal, counts.value(Metric.CONVERSIONS)));
    }
    assertThat(byTitle).as(what).isEqualTo(plain.conversionsByTitle);
  }

  private void assertCampaigns(String what, Period period, String segment) throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Report report : ReportCatalogue.ALL) {
      if (report.module().equals("MarketingCampaignsReporting")) {
        PlainCampaigns.read(report.action(), table(report, period, segment), found);
      }
    }
    PlainCampaigns plain =
        new LogReader(database, 4 << 20)
            .snapshot(
                snapshot ->
                    new PlainCampaigns(
                        snapshot,
                        site.id().value(),
                        period.from(),
                        period.to(),
                        country -> segment.isEmpty() || country.equals("fr")));
    assertThat(found).as(what).isEqualTo(plain.all());
  }

  private DataTable table(Report report, Period period, String segment) throws Exception {
    return engine
        .tables(new ReportQuery(report, site, List.of(period), Segment.parse(segment)))
        .get(0);
  }

  private static void assertSummary(String what, PlainCounts plain, DataTable table) {
    if (plain.visits == 0) {
      assertThat(table.isEmpty()).as(what).isTrue();
      return;
    }
    Row row = table.rows().get(0);
    assertThat(row.value(Metric.VISITS)).as(what).isEqualTo(plain.visits);
    assertThat(row.value(Metric.ACTIONS)).as(what).isEqualTo(plain.actions);
    assertThat(row.value(Metric.VISIT_SECONDS)).as(what).isEqualTo(plain.seconds);
    assertThat(row.value(Metric.MAX_ACTIONS)).as(what).isEqualTo(plain.maxActions);
    assertThat(row.value(Metric.BOUNCES)).as(what).isEqualTo(plain.bounces);
    assertThat(row.value(Metric.UNIQUE_VISITORS)).as(what).isEqualTo(plain.visitors.size());
    assertThat(row.value(Metric.USERS)).as(what).isEqualTo(plain.users.size());
  }

  private static void assertTitles(String what, PlainCounts plain, DataTable table) {
    Map<String, String> expected = new TreeMap<>();
    plain.titles.forEach((title, line) -> expected.put(title, line.toString()));
    Map<String, String> found = new TreeMap<>();
    for (Row row : table.rows()) {
      PlainCounts.Line line = new PlainCounts.Line();
      line.hits = row.value(Metric.HITS);
      line.visits = row.value(Metric.VISITS);
      line.seconds = row.value(Metric.PAGE_SECONDS);
      line.entries = row.value(Metric.ENTRY_VISITS);
      line.exits = row.value(Metric.EXIT_VISITS);
      line.bounces = row.value(Metric.ENTRY_BOUNCES);
      line.dailyUniques = row.value(Metric.UNIQUE_VISITORS);
      found.put(row.key(), line.toString());
    }
    expected.values().removeIf(line -> line.equals(new PlainCounts.Line().toString()));
    assertThat(found).as(what).isEqualTo(expected);
  }

  private void write(RandomLog log, int hits) {
    var batch = log.next(hits);
    long unused = database.write(connection -> new LogWriter().write(connection, batch));
  }

  private long count(String sql) {
    return database.read(
        connection -> Query.of(connection, sql).first(row -> row.number("n")).orElseThrow());
  }
}
