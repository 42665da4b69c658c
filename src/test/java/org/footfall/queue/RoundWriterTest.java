package org.footfall.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundWriterTest {
  private static final int SHARDS = 2;

  private final Metrics metrics = new Metrics();
  private final List<List<HitEntry>> rounds = new ArrayList<>();
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final Semaphore permits = new Semaphore(0);
  private volatile boolean answersAll = true;
  private final AtomicBoolean noThreads = new AtomicBoolean();
  private final FailingClock clock = new FailingClock();
  private final RoundWriter writer =
      new RoundWriter(
          SHARDS,
          new RoundLimits(500, 1000, 100_000),
          this::store,
          this::answer,
          clock,
          new QueueMetrics(metrics));

  private List<Outcome> store(List<HitEntry> round) {
    permits.acquireUninterruptibly();
    synchronized (rounds) {
      rounds.add(round);
      Outcome next = outcomes.isEmpty() ? Outcome.STORED : outcomes.remove();
      if (next.refusal() == Refusal.FAULT) {
        throw new IllegalStateException("a fault in the sink");
      }
      return answersAll ? round.stream().map(entry -> next).toList() : List.of();
    }
  }

  private void answer(Runnable task) {
    if (noThreads.get()) {
      throw new RejectedExecutionException("made by the test");
    }
    task.run();
  }

  @AfterEach
  void end() {
    permits.release(1_000_000);
    writer.close();
  }

  private CompletableFuture<Void> put(int shard, int hits) {
    return writer.put(
        IntStream.range(0, hits).mapToObj(i -> new Payload(shard, new byte[1])).toList());
  }

  private static void stored(CompletableFuture<Void> future) throws Exception {
    future.get(20, SECONDS);
  }

  private static void refused(CompletableFuture<Void> future) {
    assertThatThrownBy(() -> future.get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(QueueUnavailable.class);
  }

  private double refusals(Refusal reason) {
    return metrics
        .registry()
        .getSampleValue(
            "footfall_queue_refused_hits_total",
            new String[] {"reason"},
            new String[] {reason.label()});
  }

  private HitEntry entry(int round) {
    return rounds.get(round).get(0);
  }

  @Test
  void hitsThatWaitShareARound() throws Exception {
    CompletableFuture<Void> first = put(0, 1);
    Await.until("the first round has begun", permits::hasQueuedThreads);
    List<CompletableFuture<Void>> others = List.of(put(0, 2), put(1, 1), put(0, 1), put(1, 4));
    permits.release(100);
    stored(first);
    for (CompletableFuture<Void> other : others) {
      stored(other);
    }

    assertThat(rounds).hasSize(2);
    assertThat(rounds.get(1)).extracting(HitEntry::shard).containsExactly(0, 1);
    assertThat(rounds.get(1)).extracting(HitEntry::count).containsExactly(3, 5);
    assertThat(rounds.get(1)).extracting(HitEntry::first).containsExactly(2L, 1L);
  }

  @Test
  void noEntryExceedsItsHitsOrBytes() throws Exception {
    permits.release(100);
    stored(put(0, 1200));
    assertThat(rounds.stream().mapToInt(round -> round.get(0).count()).sum()).isEqualTo(1200);
    assertThat(rounds).allSatisfy(round -> assertThat(round).hasSize(1));
    assertThat(rounds)
        .allSatisfy(round -> assertThat(round.get(0).count()).isLessThanOrEqualTo(500));

    rounds.clear();
    stored(
        writer.put(
            List.of(
                new Payload(0, new byte[999]),
                new Payload(0, new byte[999]),
                new Payload(0, new byte[1]))));
    assertThat(rounds).extracting(round -> round.get(0).count()).containsExactly(2, 1);
  }

  @Test
  void aRefusedHitUsesUpNoSequence() throws Exception {
    permits.release(100);
    stored(put(0, 3));
    outcomes.add(Outcome.refused(Refusal.SPOOL_FULL, null));
    refused(put(0, 2));
    stored(put(0, 1));

    assertThat(entry(1).first()).isEqualTo(4);
    assertThat(entry(2).first()).isEqualTo(4);
    assertThat(entry(2).producer()).isEqualTo(entry(0).producer());
    assertThat(refusals(Refusal.SPOOL_FULL)).isEqualTo(2);
  }

  @Test
  void afterAnUncertainRefusalANewProducerBegins() throws Exception {
    permits.release(100);
    stored(put(0, 3));
    stored(put(1, 1));
    outcomes.add(Outcome.uncertain(Refusal.SPOOL_FAILED, null));
    refused(put(0, 2));
    stored(put(0, 1));
    stored(put(1, 1));

    assertThat(entry(3).first()).isEqualTo(1);
    assertThat(entry(3).producer()).isNotEqualTo(entry(0).producer());
    assertThat(entry(4).first()).isEqualTo(2);
    assertThat(entry(4).producer()).isEqualTo(entry(1).producer());
  }

  @Test
  void aFaultInTheSinkIsAnsweredAndTheWriterGoesOn() throws Exception {
    permits.release(100);
    outcomes.add(Outcome.refused(Refusal.FAULT, null));
    refused(put(0, 1));
    stored(put(0, 1));
    assertThat(entry(1).producer()).isNotEqualTo(entry(0).producer());
  }

  @Test
  void aRoundForWhichMemoryIsLackingIsRefusedAndTheWriterGoesOn() throws Exception {
    permits.release(100);
    clock.failIn("footfall-queue-writer");
    refused(put(0, 1));
    stored(put(0, 1));
    assertThat(writer.isWorking()).isTrue();
    assertThat(rounds).hasSize(1);
  }

  @Test
  void callsAreAnsweredThoughNoThreadTakesTheAnswers() throws Exception {
    permits.release(100);
    noThreads.set(true);
    stored(put(0, 1));
    stored(put(0, 1));
  }

  @Test
  void whenTheThreadEndsNeverthelessNobodyWaitsForEver() throws Exception {
    answersAll = false;
    CompletableFuture<Void> first = put(0, 600);
    Await.until("the first round has begun", permits::hasQueuedThreads);
    CompletableFuture<Void> second = put(1, 3);
    permits.release(100);
    refused(first);
    refused(second);
    Await.until("the thread has ended", () -> !writer.isWorking());
    refused(put(0, 1));
  }

  @Test
  void theRestOfARefusedCallIsNotStored() throws Exception {
    permits.release(100);
    outcomes.add(Outcome.refused(Refusal.SPOOL_FULL, null));
    refused(put(0, 1200));
    stored(put(0, 1));
    assertThat(rounds).extracting(round -> round.get(0).count()).containsExactly(500, 1);
    assertThat(refusals(Refusal.SPOOL_FULL)).isEqualTo(1200);
  }

  @Test
  void moreBytesThanMayWaitAreRefusedAtOnceAndOnlyWhileTheyWait() throws Exception {
    CompletableFuture<Void> first = put(0, 1000);
    Await.until("the first round has begun", permits::hasQueuedThreads);
    refused(put(0, 1000));
    assertThat(refusals(Refusal.WAITING)).isEqualTo(1000);
    permits.release(100);
    stored(first);
    stored(put(0, 1000));
  }
}
