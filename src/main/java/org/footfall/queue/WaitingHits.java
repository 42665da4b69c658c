package org.footfall.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The hits that wait for the writer, in a line for each shard, bounded in bytes together. The
 * writer's thread owns all but the count of bytes.
 *
 * <p>Whatever goes wrong in the middle of a step, for lack of memory perhaps, each hit is in its
 * line or in what was taken, so that its call can be answered.
 */
final class WaitingHits {
  private final RoundLimits limits;
  private final QueueMetrics metrics;
  private final AtomicLong bytes = new AtomicLong();
  private final List<ArrayDeque<Hit>> lines = new ArrayList<>();

  /** A hit and the call it came with. */
  record Hit(byte[] payload, WaitingCall call) {}

  WaitingHits(int shards, RoundLimits limits, QueueMetrics metrics) {
    this.limits = limits;
    this.metrics = metrics;
    for (int shard = 0; shard < shards; shard++) {
      lines.add(new ArrayDeque<>());
    }
  }

  /** Makes room for a call; false when there is none. Safe to call from many threads. */
  boolean reserve(WaitingCall call) {
    long wanted = call.bytes();
    if (bytes.addAndGet(wanted) > limits.waitingBytes()) {
      bytes.addAndGet(-wanted);
      return false;
    }
    return true;
  }

  void add(WaitingCall call) {
    for (HitQueue.Payload payload : call.payloads()) {
      lines.get(payload.shard()).add(new Hit(payload.bytes(), call));
    }
  }

  /** Takes as many of a shard's oldest hits as may share an entry; none of a refused call. */
  void take(int shard, List<Hit> taken) {
    ArrayDeque<Hit> line = lines.get(shard);
    int size = 0;
    while (!line.isEmpty() && taken.size() < limits.hitsPerEntry() && size < limits.entryBytes()) {
      Hit next = line.peek();
      if (next.call.refused() == null) {
        taken.add(next);
        size += next.payload.length;
      } else {
        metrics.refused(next.call.refused(), 1);
        forget(next);
      }
      line.remove();
    }
  }

  /** A hit waits no longer. */
  void forget(Hit hit) {
    bytes.addAndGet(-WaitingCall.bytes(hit.payload));
  }

  /** Refuses all that wait. */
  void refuseAll(Refusal refusal) {
    for (ArrayDeque<Hit> line : lines) {
      refuseAll(line, refusal);
      line.clear();
    }
  }

  void refuseAll(Iterable<Hit> hits, Refusal refusal) {
    for (Hit hit : hits) {
      metrics.refused(refusal, 1);
      hit.call.refuse(refusal, null);
    }
  }
}
