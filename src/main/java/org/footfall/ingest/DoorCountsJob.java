package org.footfall.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.footfall.job.Job;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.FailureStore;
import org.footfall.tracking.TrackingFailure;
import org.footfall.tracking.TrackingFailures;

/**
 * The job {@code door-counts}: adds what was refused and left out at the door to the accounts of
 * hits, and the mistakes of senders to the list of these. What cannot be stored is kept for the
 * next run. What a process has counted when it is ended by force is lost, and so may be what was at
 * its commit when the database went away: it is not added again, since a hit more that nobody sent
 * is worse than one less.
 */
public final class DoorCountsJob implements Job {
  private final DoorCounts counts;
  private final TrackingFailures failures;
  private final TransferStore store;
  private final FailureStore failureStore;

  public DoorCountsJob(
      DoorCounts counts, TrackingFailures failures, Database database, Clock clock) {
    this.counts = counts;
    this.failures = failures;
    this.store = new TransferStore(database, clock);
    this.failureStore = new FailureStore(database, clock);
  }

  @Override
  public String name() {
    return "door-counts";
  }

  @Override
  public String description() {
    return "Adds what was refused and left out at the door to the accounts of hits.";
  }

  @Override
  public JobReport run(JobContext context) {
    LocalDate day = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
    List<DoorCounts.Count> drained = counts.drain();
    FateCounts fates = new FateCounts();
    for (DoorCounts.Count count : drained) {
      fates.add(day, count.site(), new Fate(count.fate(), count.reason()), count.count());
    }
    boolean keep = true;
    try {
      store.addFates(fates);
      keep = false;
    } catch (DatabaseException e) {
      keep = !e.isCommitUnknown();
      throw e;
    } finally {
      if (keep) {
        counts.giveBack(drained);
      }
    }
    storeFailures();
    return JobReport.done(drained.size() + " counts.").with("counts", drained.size());
  }

  /** Storing one twice does no harm. */
  private void storeFailures() {
    List<TrackingFailure> drained = failures.drain();
    boolean stored = false;
    try {
      failureStore.save(drained);
      stored = true;
    } finally {
      if (!stored) {
        failures.giveBack(drained);
      }
    }
  }
}
