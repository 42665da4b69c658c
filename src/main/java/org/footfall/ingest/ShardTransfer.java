package org.footfall.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.footfall.ingest.TransferStore.Progress;
import org.footfall.queue.HitSource;
import org.footfall.queue.QueuedHit;
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

  private final int shard;
  private final Parts parts;
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
      TransferOptions options) {}

  ShardTransfer(int shard, Parts parts) {
    this.shard = shard;
    this.parts = parts;
  }

  /**
   * Goes on until nothing waits or the run is cancelled.
   *
   * @return how many hits were transferred
   * @throws DatabaseException when the database is away; the next run goes on
   */
  long drain(BooleanSupplier cancelled) throws IOException, InterruptedException {
    long hits = 0;
    int stale = 0;
    boolean begun = false;
    while (!cancelled.getAsBoolean()) {
      HitSource.Batch read = parts.source().read(shard, parts.options().batch());
      if (read.hits().isEmpty()) {
        end(begun);
        break;
      }
      boolean certain = false;
      try {
        if (!begun && !begin()) {
          break;
        }
        begun = true;
        hits += take(read.hits());
        parts.source().committed(shard, read.upTo());
        certain = true;
        stale = 0;
      } catch (StaleShardException e) {
        parts.metrics().ended("stale");
        LOG.info("{}", e.getMessage());
        begun = false;
        if (++stale == PATIENCE) {
          break;
        }
      } catch (DatabaseException e) {
        parts.metrics().ended(e.isCommitUnknown() ? "unknown" : "failed");
        throw e;
      } finally {
        if (!certain) {
          forget();
        }
      }
    }
    parts.source().trim(shard, parts.options().trimAfter());
    return hits;
  }

  private boolean begin() {
    Progress progress = parts.store().load(shard);
    if (state == null || state.batch() != progress.batch()) {
      state = parts.states().of(shard, progress);
    }
    int attempt = caution.begin(progress.attempts());
    return parts.store().begin(shard, progress.batch(), attempt, parts.lease());
  }

  private void end(boolean begun) {
    if (begun) {
      parts.store().end(shard, parts.lease().owner());
      caution.end();
    }
  }

  /** The state is not to be trusted any more; what is in the log is told by the log. */
  private void forget() {
    state = null;
    parts.source().rewind(shard);
  }

  private long take(List<QueuedHit> hits) throws InterruptedException {
    long taken = 0;
    int from = 0;
    while (caution.givesUp() && from < hits.size()) {
      String reason = caution.ends() + " processes ended while they processed this hit";
      int set = take(hits.subList(from, ++from), reason);
      if (set > 0) {
        caution.gaveUp();
      }
      taken += set;
    }
    while (from < hits.size()) {
      int to = Math.min(hits.size(), from + caution.size(parts.options().batch()));
      taken += halving(hits.subList(from, to));
      from = to;
    }
    return taken;
  }

  private int halving(List<QueuedHit> hits) throws InterruptedException {
    String reason;
    try {
      return take(hits, null);
    } catch (StaleShardException e) {
      throw e;
    } catch (DatabaseException e) {
      if (e.isCommitUnknown() || !TransferStore.refusedTheData(e)) {
        throw e;
      }
      reason = e.toString();
    } catch (RuntimeException | StackOverflowError e) {
      reason = e.toString();
      LOG.debug("A batch of {} hits failed", hits.size(), e);
    }
    parts.metrics().ended("refused");
    state = null;
    if (hits.size() == 1) {
      LOG.warn("A hit of shard {} cannot be processed and is set aside: {}", shard, reason);
      return take(hits, reason);
    }
    int half = hits.size() / 2;
    return halving(hits.subList(0, half)) + halving(hits.subList(half, hits.size()));
  }

  /**
   * Takes some hits in one transaction; how many of them were new.
   *
   * @param setAside why all of them are to be set aside; null when they are not
   */
  private int take(List<QueuedHit> hits, String setAside) throws InterruptedException {
    if (state == null) {
      state = parts.states().of(shard, parts.store().load(shard));
    }
    Instant now = parts.clock().instant();
    SequenceGaps gaps = new SequenceGaps(state.marks(), now.minus(MARKS_KEPT));
    List<Draft> drafts = new ArrayList<>(hits.size());
    for (QueuedHit hit : hits) {
      if (gaps.isNew(hit)) {
        drafts.add(new Draft(hit, now));
      }
    }
    parts.metrics().duplicates(hits.size() - drafts.size());
    if (drafts.isEmpty()) {
      return 0;
    }
    if (setAside != null) {
      drafts.forEach(draft -> draft.setAside(setAside));
    }
    parts.steps().prepare(drafts);
    commit(new TransferBatch(state, drafts, gaps, caution.count()));
    return drafts.size();
  }

  private void commit(TransferBatch batch) {
    parts.steps().finish(batch);
    state.committed(batch.marks, parts.options().openVisits());
    caution.wentWell(batch.drafts.size());
    parts.source().lost(batch.lost);
    if (batch.lost > 0) {
      LOG.warn("{} hits of shard {} are missing; the queue has lost them.", batch.lost, shard);
    }
    Instant oldest = batch.drafts.get(0).receivedAt();
    Duration lag = Duration.between(oldest, parts.clock().instant());
    parts.metrics().committed(batch, lag.toMillis() / 1e3);
  }
}
