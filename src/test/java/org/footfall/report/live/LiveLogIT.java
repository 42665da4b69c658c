package org.footfall.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.report.ReportRefused;
import org.footfall.segment.Segment;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paging through random visits of two sites. */
class LiveLogIT {
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
  private static final int DAYS = 5;

  private final Database database = TestDatabase.fresh();
  private final List<Told> told = new ArrayList<>();
  private List<Site> sites;
  private ReportEngine engine;
  private LiveLog live;

  private record Told(int site, LocalDate day, long id, long end, String country) {
    String name() {
      return site + "/" + id;
    }
  }

  @BeforeEach
  void open() {
    SiteStore store =
        new SiteStore(
            database, new TestClock(Instant.parse("2026-05-09T00:00:00Z")), new LocalChanges());
    for (int i = 0; i < 2; i++) {
      store.add(NewSite.website("Site", "https://a.example", ZoneId.of("UTC"), Instant.EPOCH));
    }
    sites = store.all();
    LogReader log = new LogReader(database, 4 << 20);
    engine = new ReportEngine(log::snapshot, ReportLimits.DEFAULT);
    live = new LiveLog(engine);
    Random random = new Random(5);
    long id = 0;
    for (int version = 1; version <= 12; version++) {
      LogBatch batch = new LogBatch(0, version);
      for (int visit = 0; visit < 15; visit++) {
        write(batch, ++id, random);
      }
      database.write(connection -> new LogWriter().write(connection, batch));
    }
  }

  @AfterEach
  void close() {
    engine.close();
    database.close();
  }

  /** Few different times, so that many visits end together. */
  private void write(LogBatch batch, long id, Random random) {
    int site = 1 + random.nextInt(2);
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    long end = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + 3600L * random.nextInt(24);
    String country = random.nextBoolean() ? "fr" : "de";
    told.add(new Told(site, day, id, end, country));
    batch
        .visit(site, day)
        .set(Columns.VISIT_ID, id)
        .set(Columns.VISITOR_ID, id % 7)
        .set(Columns.FIRST_ACTION_TIME, end)
        .set(Columns.LAST_ACTION_TIME, end)
        .set(Columns.COUNTRY, country);
    for (int position = 0; position <= id % 3; position++) {
      batch
          .action(site, day)
          .set(Columns.ACTION_VISIT_ID, id)
          .set(Columns.POSITION, position)
          .set(Columns.TIME, end)
          .set(Columns.KIND, position == 2 ? ActionCode.CONVERSION : ActionCode.PAGE_VIEW)
          .set(Columns.URL, "a.example/" + id + "/" + position);
    }
  }

  @Test
  void pagesHoldEveryVisitOnceInOrder() throws Exception {
    for (boolean oldestFirst : new boolean[] {false, true}) {
      for (int size : new int[] {1, 7, 50, 1000}) {
        List<String> seen = new ArrayList<>();
        List<String> page;
        do {
          page = page(Segment.ALL, oldestFirst, seen.size(), size);
          seen.addAll(page);
        } while (!page.isEmpty());
        assertThat(seen).as("pages of " + size).isEqualTo(expected("", oldestFirst));
      }
    }
  }

  @Test
  void aSegmentSelectsVisitsOfEveryPage() throws Exception {
    Segment french = Segment.parse("countryCode==fr");
    List<String> seen = new ArrayList<>(page(french, false, 0, 10));
    seen.addAll(page(french, false, 10, 1000));
    assertThat(seen).isEqualTo(expected("fr", false));
    assertThat(page(Segment.parse("pageUrl=@/17/"), false, 0, 10))
        .singleElement()
        .asString()
        .endsWith("/17");
  }

  @Test
  void everyVisitHasItsOwnActions() throws Exception {
    for (LoggedVisit visit : live.visits(query(Segment.ALL, false, 0, 1000))) {
      long id = visit.row().number(Columns.VISIT_ID);
      assertThat(visit.actions()).hasSize((int) (id % 3) + 1);
      assertThat(visit.actions())
          .allSatisfy(row -> assertThat(row.text(Columns.URL)).startsWith("a.example/" + id + "/"));
    }
  }

  @Test
  void visitsOfTheLastMinutesAreCounted() throws Exception {
    Instant since = FIRST.plusDays(2).atTime(12, 0).toInstant(ZoneOffset.UTC);
    List<Told> recent =
        told.stream()
            .filter(each -> each.site() == 1 && each.end() >= since.getEpochSecond())
            .toList();
    RecentCounts counts =
        live.since(sites.get(0), Segment.ALL, since, since.plusSeconds(86_400L * 9));
    assertThat(counts)
        .isEqualTo(
            new RecentCounts(
                recent.size(),
                recent.stream().mapToLong(each -> Math.min(2, each.id() % 3 + 1)).sum(),
                recent.stream().map(each -> each.id() % 7).distinct().count(),
                recent.stream().filter(each -> each.id() % 3 == 2).count()));
  }

  private List<String> page(Segment segment, boolean oldestFirst, int offset, int limit)
      throws ReportRefused {
    return live.visits(query(segment, oldestFirst, offset, limit)).stream()
        .map(visit -> visit.site().id() + "/" + visit.row().number(Columns.VISIT_ID))
        .toList();
  }

  private LiveQuery query(Segment segment, boolean oldestFirst, int offset, int limit) {
    return new LiveQuery(
        sites.stream()
            .map(site -> new LiveQuery.Scope(site, FIRST, FIRST.plusDays(DAYS), segment))
            .toList(),
        0,
        oldestFirst,
        offset,
        limit,
        LiveQuery.Detail.ACTIONS);
  }

  private List<String> expected(String country, boolean oldestFirst) {
    Comparator<Told> order =
        Comparator.comparingLong(Told::end)
            .thenComparingInt(Told::site)
            .thenComparingLong(Told::id);
    return told.stream()
        .filter(each -> country.isEmpty() || each.country().equals(country))
        .sorted(oldestFirst ? order : order.reversed())
        .map(Told::name)
        .toList();
  }
}
