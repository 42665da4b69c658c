package org.footfall.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups the hits of many callers into few entries.
 *
 * <p><b>Idea.</b> One thread works in rounds. A round takes what waits at that moment, makes one
 * entry a shard of it, stores all entries together, and answers. While it stores, the next hits
 * gather; so the busier the door is, the more hits share one command and one fsync, and an idle
 * door waits for nobody. There is no timed window: it was measured and only lost.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>One round at a time, one entry a shard in it, at most {@link RoundLimits#hitsPerEntry} hits
 *       in that: of two entries of a shard the first could be refused and the second stored, and
 *       the order of the sequences would be lost.
 *   <li>A shard's hits are stored in the order of their arrival, its sequences without a gap
 *       ({@link Sequences}).
 *   <li>A call is answered when all its hits are stored, or when the first of them is refused; the
 *       rest of a refused call is not stored any more.
 *   <li>Hits that wait are bounded in bytes; a call above the bound is refused at once.
 * </ul>
 *
 * <p><b>A crash</b> loses what waits: nobody was told that it is stored.
 */
final class RoundWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RoundWriter.class);
  private static final int OVERHEAD_BYTES = 64;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

  private final int shards;
  private final RoundLimits limits;
  private final RoundSink sink;
  private final Executor answers;
  private final Clock clock;
  private final QueueMetrics metrics;
  private final Sequences sequences;
  private final Queue<Call> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final List<ArrayDeque<Waiting>> waiting = new ArrayList<>();
  private final Thread thread;
  private volatile boolean idle;
  private volatile boolean closed;
  private volatile boolean ended;

  RoundWriter(
      int shards,
      RoundLimits limits,
      RoundSink sink,
      Executor answers,
      Clock clock,
      QueueMetrics metrics) {
    this.shards = shards;
    this.limits = limits;
    this.sink = sink;
    this.answers = answers;
    this.clock = clock;
    this.metrics = metrics;
    this.sequences = new Sequences(shards, clock);
    for (int shard = 0; shard < shards; shard++) {
      waiting.add(new ArrayDeque<>());
    }
    this.thread = new Thread(this::work, "footfall-queue-writer");
    thread.setDaemon(true);
    thread.start();
  }

  CompletableFuture<Void> put(List<HitQueue.Payload> payloads) {
    if (payloads.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    Call call = new Call(List.copyOf(payloads), sizeOf(payloads));
    if (closed) {
      refuse(call, Refusal.CLOSED);
      return call.future;
    }
    if (waitingBytes.addAndGet(call.bytes) > limits.waitingBytes()) {
      waitingBytes.addAndGet(-call.bytes);
      refuse(call, Refusal.WAITING);
      return call.future;
    }
    arrived.add(call);
    if (idle) {
      LockSupport.unpark(thread);
    }
    if (ended) {
      refuseArrived();
    }
    return call.future;
  }

  private long sizeOf(List<HitQueue.Payload> payloads) {
    long bytes = 0;
    for (HitQueue.Payload payload : payloads) {
      if (payload.shard() < 0 || payload.shard() >= shards) {
        throw new IllegalArgumentException("no shard " + payload.shard() + " of " + shards);
      }
      if (payload.bytes().length > RoundLimits.PAYLOAD_BYTES) {
        throw new IllegalArgumentException("a payload of " + payload.bytes().length + " bytes");
      }
      bytes += payload.bytes().length + OVERHEAD_BYTES;
    }
    return bytes;
  }

  private void refuse(Call call, Refusal refusal) {
    metrics.refused(refusal, call.payloads.size());
    call.future.completeExceptionally(new QueueUnavailable(refusal.sentence(), null));
  }

  private void work() {
    while (true) {
      boolean last = closed;
      takeArrived();
      if (!round()) {
        if (last) {
          break;
        }
        waitForCalls();
      }
    }
    ended = true;
    refuseArrived();
  }

  private void refuseArrived() {
    for (Call call = arrived.poll(); call != null; call = arrived.poll()) {
      refuse(call, Refusal.CLOSED);
    }
  }

  private void waitForCalls() {
    idle = true;
    while (arrived.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    idle = false;
  }

  private void takeArrived() {
    for (Call call = arrived.poll(); call != null; call = arrived.poll()) {
      for (HitQueue.Payload payload : call.payloads) {
        waiting.get(payload.shard()).add(new Waiting(payload.bytes(), call));
      }
    }
  }

  /** Stores one entry of each shard that has hits; false when none has. */
  private boolean round() {
    List<HitEntry> entries = new ArrayList<>(shards);
    List<List<Waiting>> members = new ArrayList<>(shards);
    for (int shard = 0; shard < shards; shard++) {
      List<Waiting> taken = take(waiting.get(shard));
      if (!taken.isEmpty()) {
        members.add(taken);
        entries.add(entry(shard, taken));
      }
    }
    if (entries.isEmpty()) {
      return false;
    }
    metrics.round(entries);
    settle(entries, members, store(entries));
    return true;
  }

  private List<Waiting> take(ArrayDeque<Waiting> line) {
    List<Waiting> taken = new ArrayList<>(Math.min(line.size(), limits.hitsPerEntry()));
    int bytes = 0;
    while (!line.isEmpty() && taken.size() < limits.hitsPerEntry() && bytes < limits.entryBytes()) {
      Waiting next = line.remove();
      if (next.call.refused != null) {
        forget(next);
        metrics.refused(next.call.refused, 1);
        continue;
      }
      taken.add(next);
      bytes += next.bytes.length;
    }
    return taken;
  }

  private HitEntry entry(int shard, List<Waiting> taken) {
    List<byte[]> payloads = new ArrayList<>(taken.size());
    for (Waiting hit : taken) {
      payloads.add(hit.bytes);
    }
    return HitEntry.of(
        shard, sequences.producer(shard), sequences.next(shard), clock.millis(), payloads);
  }

  private List<Outcome> store(List<HitEntry> entries) {
    Outcome fault;
    try {
      return sink.store(entries);
    } catch (RuntimeException | Error e) {
      LOG.error("Storing a round of hits failed unexpectedly; their senders are told to retry", e);
      fault = Outcome.uncertain(Refusal.FAULT, e);
    }
    return entries.stream().map(entry -> fault).toList();
  }

  private void settle(List<HitEntry> entries, List<List<Waiting>> members, List<Outcome> outcomes) {
    List<Call> done = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      HitEntry entry = entries.get(i);
      Outcome outcome = outcomes.get(i);
      if (outcome.stored()) {
        sequences.use(entry.shard(), entry.count());
      } else {
        metrics.refused(outcome.refusal(), entry.count());
        if (outcome.uncertain()) {
          sequences.renew(entry.shard());
        }
      }
      for (Waiting hit : members.get(i)) {
        forget(hit);
        if (hit.call.settle(outcome)) {
          done.add(hit.call);
        }
      }
    }
    answers.execute(() -> done.forEach(Call::answer));
  }

  private void forget(Waiting hit) {
    waitingBytes.addAndGet(-(hit.bytes.length + OVERHEAD_BYTES));
  }

  /** Stores what waits, refuses what comes later, and ends the thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("Hits are still being stored {} s after closing", CLOSE_WITHIN.toSeconds());
    }
  }

  private record Waiting(byte[] bytes, Call call) {}

  /** One call of put; its fields belong to the writer after the hand-over. */
  private static final class Call {
    private final List<HitQueue.Payload> payloads;
    private final long bytes;
    private final CompletableFuture<Void> future = new CompletableFuture<>();
    private int open;
    private Refusal refused;
    private Throwable cause;

    Call(List<HitQueue.Payload> payloads, long bytes) {
      this.payloads = payloads;
      this.bytes = bytes;
      this.open = payloads.size();
    }

    /** True when the call can be answered now. */
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
        future.completeExceptionally(new QueueUnavailable(refused.sentence(), cause));
      }
    }
  }
}
