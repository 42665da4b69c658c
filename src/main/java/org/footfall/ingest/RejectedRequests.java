package org.footfall.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.footfall.queue.HitQueue;
import org.footfall.queue.QueueUnavailable;
import org.footfall.store.Database;

/**
 * Hits that could not be processed. They wait, as they were queued, until somebody has them
 * processed again (after an upgrade, say) or drops them.
 *
 * <p>To replay a hit its row is marked, then the hit is queued, then the row goes. Should the
 * process end in between, the row stays marked: the hit may be in the queue or not, so it is
 * replayed again only when it is asked for by its id.
 */
public final class RejectedRequests {
  private static final int AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RejectedStore store;

  /**
   * A rejected hit.
   *
   * @param site 0 when it cannot be read
   * @param replayBegun when a replay began that did not come to its end
   * @param reason what went wrong, in which step
   */
  public record Entry(
      long id, int site, Instant rejectedAt, Optional<Instant> replayBegun, String reason) {}

  public RejectedRequests(Database database, Clock clock) {
    this.store = new RejectedStore(database, clock);
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }

  /** The oldest with an id above the given one. */
  public List<Entry> list(long afterId, int most) {
    return store.list(afterId, most);
  }

  /**
   * Queues all again of which no replay has begun; how many.
   *
   * @throws QueueUnavailable when the queue does not take them; those not taken wait on, marked
   */
  public int replayAll(HitQueue queue) throws QueueUnavailable, InterruptedException {
    int replayed = 0;
    while (true) {
      List<RejectedStore.Kept> some = store.waiting(0, AT_ONCE);
      if (some.isEmpty()) {
        return replayed;
      }
      replay(some, queue);
      replayed += some.size();
    }
  }

  /** Queues one again; false when there is none of this id. */
  public boolean replay(long id, HitQueue queue) throws QueueUnavailable, InterruptedException {
    Optional<RejectedStore.Kept> kept = store.find(id);
    if (kept.isPresent()) {
      replay(List.of(kept.get()), queue);
    }
    return kept.isPresent();
  }

  private void replay(List<RejectedStore.Kept> kept, HitQueue queue)
      throws QueueUnavailable, InterruptedException {
    store.mark(kept);
    List<HitQueue.Payload> payloads =
        kept.stream().map(hit -> new HitQueue.Payload(hit.shard(), hit.payload())).toList();
    try {
      Void unused = queue.put(payloads).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new QueueUnavailable("The queue did not take the hits: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new QueueUnavailable("The queue did not answer within " + PATIENCE, e);
    }
    store.drop(kept);
  }

  /** Forgets one; false when there is none of this id. */
  public boolean drop(long id) {
    Optional<RejectedStore.Kept> kept = store.find(id);
    kept.ifPresent(hit -> store.drop(List.of(hit)));
    return kept.isPresent();
  }

  /** Forgets all; how many. */
  public int dropAll() {
    return store.dropAll();
  }
}
