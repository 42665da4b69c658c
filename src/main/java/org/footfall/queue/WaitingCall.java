package org.footfall.queue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One call of put; all but the future belongs to the writer after the hand-over. */
final class WaitingCall {
  private static final int OVERHEAD_BYTES = 64;

  private final List<HitQueue.Payload> payloads;
  private final CompletableFuture<Void> future = new CompletableFuture<>();
  private int open;
  private Refusal refused;
  private Throwable cause;

  WaitingCall(List<HitQueue.Payload> payloads) {
    this.payloads = payloads;
    this.open = payloads.size();
  }

  List<HitQueue.Payload> payloads() {
    return payloads;
  }

  CompletableFuture<Void> future() {
    return future;
  }

  /** What it takes in memory. */
  long bytes() {
    long bytes = 0;
    for (HitQueue.Payload payload : payloads) {
      bytes += bytes(payload.bytes());
    }
    return bytes;
  }

  /** What one of its hits takes. */
  static long bytes(byte[] payload) {
    return (long) payload.length + OVERHEAD_BYTES;
  }

  /** Why its first hit that was not stored was not; null while none was refused. */
  Refusal refused() {
    return refused;
  }

  /** Notes what became of one of its hits; true when the call can be answered now. */
  boolean settle(Outcome outcome) {
    if (refused != null) {
      return false;
    }
    if (outcome.stored()) {
      return --open == 0;
    }
    refused = outcome.refusal();
    cause = outcome.cause();
    return true;
  }

  void answer() {
    if (refused == null) {
      future.complete(null);
    } else {
      refuse(refused, cause);
    }
  }

  /** Answers at once, whatever became of its hits. */
  void refuse(Refusal refusal, Throwable why) {
    future.completeExceptionally(new QueueUnavailable(refusal.sentence(), why));
  }
}
