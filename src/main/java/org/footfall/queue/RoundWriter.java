package org.footfall.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
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
 * <p><b>A crash</b> loses what waits: nobody was told that it is stored. A fault in a round, were
 * it that memory ran out, costs its hits: they are refused. Should the thread end nevertheless, all
 * that waits and all that comes is refused, and {@link #isWorking} says so.
 */
final class RoundWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RoundWriter.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

  private final int shards;
  private final RoundSink sink;
  private final Executor answers;
  private final Clock clock;
  private final QueueMetrics metrics;
  private final Sequences sequences;
  private final Queue<WaitingCall> arrived = new ConcurrentLinkedQueue<>();
  private final WaitingHits waiting;
  private final List<Part> round;
  private final Thread thread;
  private volatile boolean idle;
  private volatile boolean closed;
  private volatile boolean ended;

  /** A shard's hits of the present round. */
  private record Part(int shard, List<WaitingHits.Hit> hits) {}

  RoundWriter(
      int shards,
      RoundLimits limits,
      RoundSink sink,
      Executor answers,
      Clock clock,
      QueueMetrics metrics) {
    this.shards = shards;
    this.sink = sink;
    this.answers = answers;
    this.clock = clock;
    this.metrics = metrics;
    this.sequences = new Sequences(shards, clock);
    this.waiting = new WaitingHits(shards, limits, metrics);
    this.round = new ArrayList<>(shards);
    this.thread = new Thread(this::work, "footfall-queue-writer");
    thread.setDaemon(true);
    thread.start();
  }

  CompletableFuture<Void> put(List<HitQueue.Payload> payloads) {
    if (payloads.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    WaitingCall call = new WaitingCall(List.copyOf(payloads));
    check(call);
    if (closed) {
      refuse(call, Refusal.CLOSED);
      return call.future();
    }
    if (!waiting.reserve(call)) {
      refuse(call, Refusal.WAITING);
      return call.future();
    }
    arrived.add(call);
    if (idle) {
      LockSupport.unpark(thread);
    }
    if (ended) {
      refuseArrived();
    }
    return call.future();
  }

  private void check(WaitingCall call) {
    for (HitQueue.Payload payload : call.payloads()) {
      if (payload.shard() < 0 || payload.shard() >= shards) {
        throw new IllegalArgumentException("no shard " + payload.shard() + " of " + shards);
      }
      if (payload.bytes().length > RoundLimits.PAYLOAD_BYTES) {
        throw new IllegalArgumentException("a payload of " + payload.bytes().length + " bytes");
      }
    }
  }

  private void refuse(WaitingCall call, Refusal refusal) {
    metrics.refused(refusal, call.payloads().size());
    call.refuse(refusal, null);
  }

  /** Whether hits are still being stored; false after a fault that ended the thread. */
  boolean isWorking() {
    return thread.isAlive();
  }

  private void work() {
    try {
      boolean last = false;
      while (!last) {
        last = closed;
        takeArrived();
        while (round()) {
          takeArrived();
        }
        if (!last) {
          waitForCalls();
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.error("The queue's writer has ended; hits are refused until Footfall starts again", e);
    } finally {
      closed = true;
      ended = true;
      round.forEach(part -> waiting.refuseAll(part.hits, Refusal.FAULT));
      waiting.refuseAll(Refusal.FAULT);
      refuseArrived();
    }
  }

  private void refuseArrived() {
    for (WaitingCall call = arrived.poll(); call != null; call = arrived.poll()) {
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
    for (WaitingCall call = arrived.peek(); call != null; call = arrived.peek()) {
      waiting.add(call);
      var unused = arrived.remove();
    }
  }

  /** Stores one entry of each shard that has hits; false when none has. */
  private boolean round() {
    round.clear();
    for (int shard = 0; shard < shards; shard++) {
      Part part = new Part(shard, new ArrayList<>());
      round.add(part);
      waiting.take(shard, part.hits);
    }
    round.removeIf(part -> part.hits.isEmpty());
    if (round.isEmpty()) {
      return false;
    }
    settle(store());
    return true;
  }

  private List<Outcome> store() {
    Outcome fault;
    try {
      List<HitEntry> entries = round.stream().map(this::entry).toList();
      metrics.round(entries);
      return sink.store(entries);
    } catch (RuntimeException | Error e) {
      LOG.error("Storing a round of hits failed unexpectedly; their senders are told to retry", e);
      fault = Outcome.uncertain(Refusal.FAULT, e);
    }
    return round.stream().map(part -> fault).toList();
  }

  private HitEntry entry(Part part) {
    return HitEntry.of(
        part.shard,
        sequences.producer(part.shard),
        sequences.next(part.shard),
        clock.millis(),
        part.hits.stream().map(WaitingHits.Hit::payload).toList());
  }

  private void settle(List<Outcome> outcomes) {
    List<WaitingCall> done = new ArrayList<>();
    for (int i = 0; i < round.size(); i++) {
      Part part = round.get(i);
      Outcome outcome = outcomes.get(i);
      if (outcome.stored()) {
        sequences.use(part.shard, part.hits.size());
      } else {
        metrics.refused(outcome.refusal(), part.hits.size());
        if (outcome.uncertain()) {
          sequences.renew(part.shard);
        }
      }
      for (WaitingHits.Hit hit : part.hits) {
        waiting.forget(hit);
        if (hit.call().settle(outcome)) {
          done.add(hit.call());
        }
      }
    }
    answer(done);
    round.clear();
  }

  private void answer(List<WaitingCall> done) {
    try {
      answers.execute(() -> done.forEach(WaitingCall::answer));
    } catch (RuntimeException | Error e) {
      LOG.warn("Answering {} calls in the writer's own thread: {}", done.size(), e.toString());
      done.forEach(WaitingCall::answer);
    }
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
}
