package org.footfall.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.footfall.job.JobContext;
import org.footfall.report.ReportArchive;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.HeavyDays;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RandomLog;
import org.junit.jupiter.api.Test;

/** What takes long to count is counted so seldom that it takes a tenth of the time. */
class ArchiveRestIT {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final Duration TAKES = Duration.ofMinutes(10);

  private final TestClock clock = new TestClock(NOW);
  private final RandomLog log = new RandomLog(5);

  /** Reading the log takes its time on the clock. */
  private final class SlowLog implements ReportEngine.Snapshots {
    private final LogReader reader;

    SlowLog(Database database) {
      this.reader = new LogReader(database, 1 << 20);
    }

    @Override
    public <T> T snapshot(Function<LogSnapshot, T> work) {
      clock.advance(TAKES);
      return reader.snapshot(work);
    }
  }

  @Test
  void aSiteThatTookLongRestsNineTimesAsLong() throws Exception {
    try (Database database = TestDatabase.fresh();
        ReportEngine engine = new ReportEngine(new SlowLog(database), ReportLimits.DEFAULT)) {
      SiteStore sites = new SiteStore(database, clock, new LocalChanges());
      sites.add(NewSite.website("Site", "https://example.org", ZoneOffset.UTC, NOW));
      ArchiveJob job =
          new ArchiveJob(
              database,
              new HeavyDays(),
              new ReportArchive(engine, database, 50),
              sites,
              EngineEqualsRowsIT.wanted(database),
              clock,
              Duration.ofDays(365));
      write(database);
      assertThat(counted(job)).isPositive();
      write(database);
      assertThat(counted(job)).isZero();
      clock.advance(TAKES.multipliedBy(9).minusSeconds(1));
      assertThat(counted(job)).isZero();
      clock.advance(Duration.ofSeconds(1));
      assertThat(counted(job)).isPositive();
    }
  }

  private void write(Database database) {
    LogBatch batch = log.next(200);
    long unused = database.write(connection -> new LogWriter().write(connection, batch));
  }

  private long counted(ArchiveJob job) {
    return job.run(JobContext.of(clock)).figures().get("days_counted");
  }
}
