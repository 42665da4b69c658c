package org.footfall.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.footfall.report.PreparedSegments;
import org.footfall.report.ReportArchive;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.segment.Segment;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RandomLog;
import org.footfall.visitlog.SealedDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the counts of saved segments are stored of days that still change. */
class SegmentArchiveIT {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final Duration TAKES = Duration.ofSeconds(1);
  private static final int REST = 9;

  private final TestClock clock = new TestClock(NOW);
  private final RandomLog log = new RandomLog(5);
  private Database database;
  private ReportEngine engine;
  private Site site;
  private ReportArchive archive;
  private SealedDays days;
  private SegmentArchive segments;
  private List<Segment> saved;

  /** Reading the log takes its time on the clock. */
  private final class SlowLog implements ReportEngine.Snapshots {
    private final LogReader reader = new LogReader(database, 1 << 20);

    @Override
    public <T> T snapshot(Function<LogSnapshot, T> work) {
      clock.advance(TAKES);
      return reader.snapshot(work);
    }
  }

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    SiteStore sites = new SiteStore(database, clock, new LocalChanges());
    sites.add(NewSite.website("Site", "https://example.org", ZoneOffset.UTC, NOW));
    site = sites.all().get(0);
    engine = new ReportEngine(new SlowLog(), ReportLimits.DEFAULT);
    archive = new ReportArchive(engine, database, 1);
    days = new SealedDays(database);
    segments = new SegmentArchive(archive, days, clock);
    saved = List.of(Segment.parse("countryCode==fr"), Segment.parse("actions>1"));
    saved.forEach(each -> archive.segments().note(site.id().value(), each, LocalDate.EPOCH));
  }

  @AfterEach
  void close() {
    engine.close();
    database.close();
  }

  @Test
  void openDaysThatTookLongRestNineTimesAsLong() {
    write();
    Instant begin = clock.instant();
    assertThat(changedByStoring()).isTrue();
    Duration took = Duration.between(begin, clock.instant());
    write();
    assertThat(changedByStoring()).isFalse();
    clock.advance(took.multipliedBy(REST).minusSeconds(1));
    assertThat(changedByStoring()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(changedByStoring()).isTrue();
  }

  /** Nothing is lost by it: days that were not reached are stored by a later run. */
  @Test
  void openDaysThatWereNotReachedAreStoredLater() {
    write();
    store(clock.instant().plus(TAKES));
    assertThat(stored()).isEmpty();
    rest();
    store(Instant.MAX);
    Set<String> all = stored();
    assertThat(all).isNotEmpty();
    rest();
    store(Instant.MAX);
    assertThat(stored()).isEqualTo(all);
  }

  /** Of all segments as many, and as much as each of them stores by itself. */
  @Test
  void segmentsAreStoredTogetherAsByThemselves() throws Exception {
    write();
    store(Instant.MAX);
    Set<String> together = content();
    database.change("TRUNCATE archived_counts");
    for (Segment one : saved) {
      assertThat(
              archive.storeDays(
                  site, List.of(one), days.open().get(site.id().value()).keySet(), () -> false))
          .isTrue();
    }
    assertThat(content()).isEqualTo(together).isNotEmpty();
  }

  private void rest() {
    clock.advance(Duration.ofHours(1));
  }

  private boolean changedByStoring() {
    Set<String> before = stored();
    store(Instant.MAX);
    return !stored().equals(before);
  }

  private void store(Instant end) {
    Map<Integer, List<Segment>> wanted = Map.of(site.id().value(), saved);
    PreparedSegments.Noted noted = segments.begin(wanted);
    segments.storeOpen(
        Map.of(site.id().value(), site),
        wanted,
        noted,
        days.open(),
        () -> !clock.instant().isBefore(end));
  }

  private void write() {
    LogBatch batch = log.next(40);
    long unused = database.write(connection -> new LogWriter().write(connection, batch));
  }

  private Set<String> stored() {
    return all("CONCAT(HEX(segment), source, from_day, fingerprint)");
  }

  private Set<String> content() {
    return all("CONCAT(HEX(segment), source, from_day, fingerprint, block, '-', CRC32(data))");
  }

  private Set<String> all(String what) {
    return new TreeSet<>(
        database.<List<String>>read(
            connection ->
                Query.of(connection, "SELECT " + what + " AS one FROM archived_counts")
                    .list(row -> row.text("one"))));
  }
}
