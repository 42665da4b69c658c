package org.footfall.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.job.Job;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitSource;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.visitlog.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job {@code transfer}: moves everything that waits in the queue into the visit log. The shards
 * take turns, so that a busy site keeps no other waiting. A run ends when each shard has come to
 * the end of its stream once: whatever was received before the run is in the log then, also while
 * more comes in all the time.
 */
public final class TransferJob implements Job, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransferJob.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration MARKS_LOOKED_AT = Duration.ofHours(1);

  private final SiteCatalogue sites;
  private final TransferStore store;
  private final ExecutorService threads;
  private final ExecutorService ahead = pool("transfer-ahead-", 1);
  private final List<ShardTransfer> shards = new ArrayList<>();
  private Instant marksForgottenAt = Instant.MIN;

  public TransferJob(
      Database database,
      HitSource source,
      SiteStores stores,
      LogReader reader,
      Devices devices,
      KnownReferrers referrers,
      Metrics metrics,
      Clock clock,
      TransferOptions options) {
    this.sites = new SiteCatalogue(database, stores, clock);
    this.store = new TransferStore(database, clock);
    this.threads = pool("transfer-", options.threads());
    VisitorStore visitors = new VisitorStore(database);
    OrderStore orders = new OrderStore(database);
    TransferMetrics figures = new TransferMetrics(metrics);
    TextPool texts = new TextPool();
    Lease lease = new Lease(options.node(), LEASE);
    List<TransferStep> steps =
        new ArrayList<>(TransferSteps.ofEach(sites, texts, devices, referrers, options.visits()));
    steps.add(new MatchStep(options.visits()));
    steps.add(
        new WriteStep(
            database,
            store,
            visitors,
            orders,
            new BotStore(),
            new RejectedStore(database, clock),
            lease,
            clock));
    ShardTransfer.Parts parts =
        new ShardTransfer.Parts(
            source,
            store,
            new ShardStates(store, visitors, orders, reader, texts),
            new TransferSteps(steps, threads, figures),
            figures,
            lease,
            clock,
            new VisitAllowance(options.openVisits(), options.shards()),
            options);
    for (int shard = 0; shard < options.shards(); shard++) {
      shards.add(new ShardTransfer(shard, parts, ahead));
    }
  }

  private static ExecutorService pool(String name, int size) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        size,
        task -> {
          Thread thread = new Thread(task, name + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public String description() {
    return "Moves waiting hits from the queue into the visit log.";
  }

  /**
   * Gives turns to all shards until none has old hits left. One that fails, be it for its hits, its
   * stream or its file, gets no more turns in this run and keeps no other waiting; the run then
   * fails in the end, with the first failure. Only when the database is away it ends at once.
   */
  @Override
  public JobReport run(JobContext context) throws Exception {
    sites.refresh();
    forgetMarks(context.clock().instant());
    Run run = new Run(context);
    do {
      check();
      run.lap();
    } while (!run.isOver());
    return run.report();
  }

  /** Before each lap, since a shard that nothing comes for is trimmed, too. */
  private void check() {
    Map<Integer, Long> batches = store.batches();
    for (ShardTransfer shard : shards) {
      shard.check(batches.getOrDefault(shard.number(), 0L));
    }
  }

  /** One run: who is not through yet, and who failed. */
  private final class Run {
    private final JobContext context;
    private final Set<ShardTransfer> behind = new HashSet<>(shards);
    private final Set<ShardTransfer> failed = new HashSet<>();
    private Exception failure;
    private long hits;

    Run(JobContext context) {
      this.context = context;
    }

    boolean isOver() {
      return behind.isEmpty() || context.cancelled();
    }

    /** A turn for each shard that has not failed; for the others may have got new hits. */
    void lap() throws InterruptedException {
      for (ShardTransfer shard : shards) {
        if (!failed.contains(shard)) {
          try {
            turn(shard);
          } catch (IOException | RuntimeException e) {
            fail(shard, e);
          }
        }
      }
    }

    private void turn(ShardTransfer shard) throws IOException, InterruptedException {
      ShardTransfer.Turn turn = shard.turn(context::cancelled);
      hits += turn.hits();
      if (!turn.more()) {
        behind.remove(shard);
      }
    }

    private void fail(ShardTransfer shard, Exception e) {
      if (e instanceof DatabaseException away && away.isConnectionLost()) {
        throw away;
      }
      LOG.debug("Shard {} failed", shard.number(), e);
      failed.add(shard);
      behind.remove(shard);
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
    }

    JobReport report() throws Exception {
      if (failure != null) {
        throw failure;
      }
      return JobReport.done(hits == 1 ? "1 hit." : hits + " hits.").with("hits", hits);
    }
  }

  private void forgetMarks(Instant now) {
    if (marksForgottenAt.isBefore(now.minus(MARKS_LOOKED_AT))) {
      store.forgetMarks(now.minus(ShardTransfer.MARKS_KEPT));
      marksForgottenAt = now;
    }
  }

  @Override
  public void close() {
    ahead.shutdownNow();
    threads.shutdownNow();
  }
}
