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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
    PlainComparison plain = new PlainComparison(database, engine, site);
    LocalDate first = RandomLog.FIRST;
    for (int day = 0; day < RandomLog.DAYS; day++) {
      plain.assertEqual(when, Period.of(Period.Kind.DAY, first.plusDays(day)));
    }
    plain.assertEqual(when, Period.of(Period.Kind.WEEK, first.plusDays(3)));
    plain.assertEqual(when, Period.of(Period.Kind.MONTH, first));
    plain.assertEqual(when, Period.of(Period.Kind.MONTH, first.plusDays(5)));
    plain.assertEqual(when, Period.of(Period.Kind.YEAR, first));
    plain.assertEqual(when, Period.range(first.plusDays(1), first.plusDays(4)));
    plain.assertEqual(when, Period.range(first.minusDays(400), first.plusDays(2)));
    plain.assertEqual(when, Period.range(first.withDayOfMonth(1), first.plusDays(9)));
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
