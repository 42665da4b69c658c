package org.footfall.queue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The door's end of the queue: a hit is answered when the returned future completes. */
public interface HitQueue {
  /** One payload and the shard it belongs to. The bytes must not change any more. */
  record Payload(int shard, byte[] bytes) {}

  /**
   * Stores payloads, those of a shard in the given order, without blocking the caller. Safe to call
   * from many threads. The future is completed by a thread of the queue that completes others as
   * well: what may take long there belongs to an executor of the caller.
   *
   * @return completes normally when all are stored; exceptionally with {@link QueueUnavailable}
   *     when one of them was not (then the client must be told to come again, and those that were
   *     stored may be stored twice)
   * @throws IllegalArgumentException for a shard that does not exist or a payload above 4 MiB
   */
  CompletableFuture<Void> put(List<Payload> payloads);
}
