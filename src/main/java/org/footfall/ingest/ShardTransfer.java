package org.footfall.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.footfall.ingest.TransferStore.Progress;
import org.footfall.queue.HitSource;
import org.footfall.queue.SequenceGaps;
import org.footfall.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one shard's waiting hits into the log, batch by batch.
 *
 * <p>What is in the log is told by the shard's marks, the highest sequence of each producer, which
 * are stored with each batch. So it does not matter how much is read again after a failure: what is
 * at or below its mark is dropped. The queue is told that hits are committed only after they are,
 * and forgets them a minute later, so that they can be read again when the database loses its last
 * seconds.
 *
 * <p>Whatever fails, the shard's state is forgotten and the queue is read from its oldest entry.
 * When the failure is a hit's, the batch is tried again in halves, until the hit stands alone and
 * is set aside in a transaction like all others.
 */
final class ShardTransfer {
  private static final Logger LOG = LoggerFactory.getLogger(ShardTransfer.class);

  /** How long the mark of a producer that sends nothing is kept. */
  static final Duration MARKS_KEPT = Duration.ofDays(90);

  /** Times in a row that another writer may come first before the next run has to go on. */
  private static final int PATIENCE = 3;

  /** Most batches of a turn: some seconds. */
  static final int TURN = 20;

  private final int shard;
  private final Parts parts;
  private final ReadAhead queue;
  private final Caution caution = new Caution();
  private ShardState state;

  /** What all shards share. */
  record Parts(
      HitSource source,
      TransferStore store,
      ShardStates states,
      TransferSteps steps,
      TransferMetrics metrics,
      Lease lease,
      Clock clock,
      VisitAllowance visits,
      TransferOptions options) {}

  ShardTransfer(int shard, Parts parts, ExecutorService ahead) {
    this.shard = shard;
    this.parts = parts;
    this.queue = new ReadAhead(shard, parts, ahead);
  }

  int number() {
    return shard;
  }

  /**
   * Looks whether the log is still as this process brought it there. It is not when another writer
   * was at the shard, or when the database was ended by force and lost its last commits: then what
   * the queue still holds must be read again, before it is trimmed.
   *
   * @param batch the shard's last batch, 0 when it has none
   */
  void check(long batch) {
    if (state != null && state.batch() != batch) {
      LOG.info("Shard {} is not where this process left it; it is read again.", shard);
      forget();
    }
  }

  /**
   * What came of a turn.
   *
   * @param more whether hits may wait that were received before the turn
   */
  record Turn(long hits, boolean more) {}

  /**
   * Takes what waits, so many batches of it at most that other shards need not wait long.
   *
   * @throws IOException when the queue cannot be read; the next run goes on
   * @throws DatabaseException when the database is away; the next run goes on
   */
  Turn turn(BooleanSupplier cancelled) throws IOException, InterruptedException {
    long hits = 0;
    int stale = 0;
    boolean begun = false;
    boolean more = true;
    for (int left = TURN; more && left > 0 && !cancelled.getAsBoolean(); left--) {
      boolean certain = false;
      try {
        ReadAhead.Next next = queue.next(state == null ? Map.of() : state.marks());
        more = next.more();
        if (!next.drafts().isEmpty()) {
          if (!begun && !begin()) {
            more = false;
            break;
          }
          begun = true;
          hits += take(next.drafts(), next.prepared(), more && left > 1);
        }
        queue.await();
        if (next.waits()) {
          parts.source().committed(shard, next.upTo());
        }
        certain = true;
        stale = 0;
      } catch (StaleShardException e) {
        parts.metrics().ended("stale");
        LOG.info("{}", e.getMessage());
        begun = false;
        more = ++stale < PATIENCE;
      } catch (DatabaseException e) {
        parts.metrics().ended(e.isCommitUnknown() ? "unknown" : "failed");
        throw e;
      } finally {
        if (!certain) {
          forget();
        }
      }
    }
    stopReading();
    if (begun) {
      end();
    }
    if (state != null) {
      parts.source().trim(shard, parts.options().trimAfter());
    }
    return new Turn(hits, more);
  }

  /** Takes the shard; false when another node has it. */
  private boolean begin() {
    Progress progress = parts.store().load(shard);
    if (state == null) {
      state = parts.states().of(shard, progress);
    }
    if (state.batch() != progress.batch()) {
      throw new StaleShardException(shard);
    }
    if (!parts.store().begin(shard, progress.batch(), caution.attempt(), parts.lease())) {
      return false;
    }
    caution.begin(progress.attempts());
    return true;
  }

  /** This process did not end in the midst of anything. */
  private void end() {
    parts.store().end(shard, parts.lease().owner());
    caution.end();
  }

  /** The state is not to be trusted any more; what is in the log is told by the log. */
  private void forget() {
    state = null;
    parts.visits().holds(shard, 0);
    queue.drop();
  }

  /** A run that was cancelled may have read more than it took: that must be read again. */
  private void stopReading() throws InterruptedException {
    if (queue.isAhead()) {
      queue.drop();
      queue.await();
    }
  }

  private long take(List<Draft> drafts, boolean prepared, boolean readAhead)
      throws InterruptedException {
    if (caution.isWary()) {
      return takeWarily(drafts);
    }
    if (!prepared) {
      parts.steps().prepare(drafts);
    }
    if (readAhead) {
      queue.start(state.marks());
    }
    return halving(drafts);
  }

  /** Nothing is done with a hit before its turn comes. */
  private long takeWarily(List<Draft> drafts) throws InterruptedException {
    long taken = 0;
    int from = 0;
    while (caution.givesUp() && from < drafts.size()) {
      Draft draft = drafts.get(from++);
      draft.setAside(caution.ends() + " processes ended while they processed this hit");
      int set = commit(List.of(draft));
      if (set > 0) {
        caution.gaveUp();
      }
      taken += set;
    }
    while (from < drafts.size()) {
      int to = Math.min(drafts.size(), from + caution.size(parts.options().batch()));
      List<Draft> some = drafts.subList(from, to);
      parts.steps().prepare(some);
      taken += halving(some);
      from = to;
    }
    return taken;
  }

  private int halving(List<Draft> drafts) {
    String reason;
    try {
      return commit(drafts);
    } catch (StaleShardException e) {
      throw e;
    } catch (DatabaseException e) {
      if (e.isCommitUnknown() || !TransferStore.refusedTheData(e)) {
        throw e;
      }
      reason = e.toString();
    } catch (RuntimeException | StackOverflowError e) {
      reason = e.toString();
      LOG.debug("A batch of {} hits failed", drafts.size(), e);
    }
    parts.metrics().ended("refused");
    state = null;
    if (drafts.size() == 1) {
      LOG.warn("A hit of shard {} cannot be processed and is set aside: {}", shard, reason);
      drafts.get(0).setAside(reason);
      return commit(drafts);
    }
    int half = drafts.size() / 2;
    return halving(drafts.subList(0, half)) + halving(drafts.subList(half, drafts.size()));
  }

  /** Takes hits, prepared or set aside, in one transaction; how many of them were new. */
  private int commit(List<Draft> drafts) {
    if (state == null) {
      state = parts.states().of(shard, parts.store().load(shard));
    }
    Instant marksSince = parts.clock().instant().minus(MARKS_KEPT);
    SequenceGaps gaps = new SequenceGaps(state.marks(), marksSince);
    List<Draft> fresh = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      if (gaps.isNew(draft.queued)) {
        fresh.add(draft);
      }
    }
    if (!fresh.isEmpty()) {
      long number = parts.store().after(state.batch());
      TransferBatch batch = new TransferBatch(state, number, fresh, gaps, caution.count());
      parts.steps().finish(batch);
      committed(batch);
    }
    parts.metrics().duplicates(drafts.size() - fresh.size());
    return fresh.size();
  }

  private void committed(TransferBatch batch) {
    state.committed(batch, parts.visits().of(shard));
    parts.visits().holds(shard, state.openVisits());
    caution.wentWell(batch.drafts.size());
    if (batch.lost > 0) {
      parts.source().lost(batch.lost);
      LOG.warn("{} hits of shard {} are missing; the queue has lost them.", batch.lost, shard);
    }
    Instant oldest = batch.drafts.get(0).receivedAt();
    Duration lag = Duration.between(oldest, parts.clock().instant());
    parts.metrics().committed(batch, lag.toMillis() / 1e3);
  }
}
