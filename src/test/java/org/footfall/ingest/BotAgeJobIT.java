package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BotAgeJobIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final Database database = TestDatabase.fresh();
  private final TestClock clock = new TestClock(Instant.parse("2026-03-10T12:00:00Z"));
  private final BotAgeJob job =
      new BotAgeJob(new BotRequests(database), Duration.ofDays(30), clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsOlderThanIsKeptGoesOfEverySite() {
    add(1, TODAY.minusDays(31), 3);
    add(1, TODAY.minusDays(30), 2);
    add(1, TODAY, 1);
    add(2, TODAY, 1);
    add(7, TODAY.minusDays(400), 5_001);
    assertThat(run()).isEqualTo(5_004);
    assertThat(addresses(1)).isEqualTo(2 + 1);
    assertThat(addresses(2)).isEqualTo(1);
    assertThat(addresses(7)).isZero();
    assertThat(run()).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(run()).isEqualTo(2);
  }

  private long run() {
    JobReport report = job.run(JobContext.of(clock));
    assertThat(report.isDone()).isTrue();
    return report.figures().get("rows");
  }

  private void add(int site, LocalDate day, int addresses) {
    database.change(
        "INSERT INTO bot_request (site, day, bot, url_hash, url, requests, bytes, http_status,"
            + " last_request) SELECT ?, ?, 'GPTBot', seq, seq, 1, 0, 200, NOW(6)"
            + " FROM seq_1_to_"
            + addresses,
        site,
        day);
  }

  private long addresses(int site) {
    List<BotRequests.Fetched> bots =
        new BotRequests(database).bots(new SiteId(site), LocalDate.EPOCH, TODAY, 10);
    return bots.stream().mapToLong(BotRequests.Fetched::addresses).sum();
  }
}
