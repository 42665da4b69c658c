package org.footfall.queue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The door's end of the queue: a hit is answered when the returned future completes. */
public interface HitQueue {
  /** One payload and the shard it belongs to. */
  record Payload(int shard, byte[] bytes) {}

  /**
   * Stores payloads, those of a shard in the given order, without blocking the caller.
   *
   * @return completes normally when all are stored; exceptionally with {@link QueueUnavailable}
   *     when neither Redis nor the spool took them (then the client must be told to come again)
   */
  CompletableFuture<Void> put(List<Payload> payloads);
}
