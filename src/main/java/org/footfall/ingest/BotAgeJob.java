package org.footfall.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.footfall.config.Config;
import org.footfall.job.Job;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.site.SiteId;
import org.footfall.store.Database;

/**
 * The job {@code bot-age}: deletes what crawlers fetched longer ago than is kept. It does so in
 * small steps, each by itself, so that the transfer, which writes the same table, waits for none.
 */
public final class BotAgeJob implements Job {
  public static final Duration INTERVAL = Duration.ofHours(1);

  private static final int STEP = 5_000;

  private final BotRequests bots;
  private final Duration keep;
  private final Clock clock;

  public BotAgeJob(Database database, Config config, Clock clock) {
    this(new BotRequests(database), config.get(BotSettings.KEEP), clock);
  }

  BotAgeJob(BotRequests bots, Duration keep, Clock clock) {
    this.bots = bots;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "bot-age";
  }

  @Override
  public String description() {
    return "Deletes what crawlers fetched longer ago than is kept (bots.keep).";
  }

  @Override
  public JobReport run(JobContext context) {
    LocalDate first = LocalDate.ofInstant(clock.instant().minus(keep), ZoneOffset.UTC);
    long deleted = 0;
    for (SiteId site : bots.sitesBefore(first)) {
      int step = STEP;
      while (step == STEP && !context.cancelled()) {
        step = bots.forget(site, first, STEP);
        deleted += step;
      }
    }
    return JobReport.done(deleted + " rows of crawlers were deleted.").with("rows", deleted);
  }
}
