package org.footfall.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.footfall.testing.Await;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the queue promises while Redis fails, against a real one. */
class RedisOutageIT extends RedisOutageRig {
  private static final int ROUNDS = Integer.getInteger("footfall.rounds", 12);

  @Test
  void hitsAreStoredWhileRedisIsAwayAndFollowInOrder() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.kill();
    stored(1, "b");
    stored(1, "c");
    assertThat(queue.health().redisReachable()).isFalse();
    assertThat(queue.health().spoolingSince()).isPresent();
    assertThat(queue.health().spooledHits()).isEqualTo(2);
    assertThat(queue.health().problems()).isNotEmpty();

    redis.start();
    awaitEmptySpool();
    stored(1, "d");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d");
    assertThat(transfer.lost).isZero();
    Await.until("all is well again", () -> queue.health().problems().isEmpty());
    assertThat(queue.health().spoolingSince()).isEmpty();
    assertThat(sample("forwarded_hits_total")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theSpoolIsLeftAgainUnderLoad() throws Exception {
    open(TestRedis.Log.ALWAYS);
    Set<String> answered = new ConcurrentSkipListSet<>();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger number = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int client = 0; client < 6; client++) {
      clients.add(new Thread(() -> send(1, number, stop, answered)));
    }
    clients.forEach(Thread::start);
    redis.kill();
    more(answered, 200);
    redis.start();
    Await.until("hits go to Redis directly", () -> queue.health().spoolingSince().isEmpty());
    more(answered, 200);
    stop.set(true);
    for (Thread client : clients) {
      client.join();
    }
    assertThat(new TreeSet<>(transferAll().taken)).isEqualTo(new TreeSet<>(answered));
  }

  @Test
  void startingWithoutRedisTakesHits() throws Exception {
    redis = TestRedis.start(directory.resolve("redis"), TestRedis.Log.ALWAYS);
    redis.kill();
    openQueue();
    stored(2, "a");
    redis.start();
    assertThat(transferAll().taken).containsExactly("a");
  }

  @Test
  void afterAFaultInItsThreadTheSpoolIsMovedAllTheSame() throws Exception {
    FailingClock failing = new FailingClock();
    clock = failing;
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    failing.failIn("footfall-queue-forwarder");
    redis.kill();
    Await.until("the fault has come", failing::hasFailed);
    stored(1, "b");
    redis.start();
    assertThat(transferAll().taken).containsExactly("a", "b");
    assertThat(queue.health().problems()).isEmpty();
  }

  @Test
  void aRestartWithAFullSpoolKeepsProducersAndOrder() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.kill();
    stored(1, "b");
    stored(1, "c");
    queue.close();
    openQueue();
    stored(1, "d");
    redis.start();
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d");
    assertThat(transfer.marks.get(1).values()).containsExactlyInAnyOrder(3L, 1L);
    assertThat(transfer.lost).isZero();
  }

  @Test
  void withoutAnAppendOnlyFileTheSpoolBringsBackWhatRedisLost() throws Exception {
    open(TestRedis.Log.NONE);
    assertThat(queue.health().problems()).anyMatch(problem -> problem.contains("append-only"));
    stored(1, "a");
    stored(2, "x");
    stored(1, "b");
    redis.kill();
    stored(1, "c");
    redis.start();
    Transfer transfer = new Transfer();
    Await.until(
        "everything is back",
        () -> {
          transfer.drain();
          return transfer.taken.size() == 4;
        });
    assertThat(transfer.taken).containsSubsequence("a", "b", "c").contains("x");
    assertThat(transfer.lost).isZero();
    Await.until("the copies are let go", () -> queue.health().spoolBytes() == 0);
  }

  /** The door meets the empty Redis before anybody has looked at it. */
  @Test
  void withoutAnAppendOnlyFileAHitRightAfterARestartDoesNotOvertakeThoseBeforeIt()
      throws Exception {
    open(TestRedis.Log.NONE);
    Transfer transfer = new Transfer();
    List<String> sent = new ArrayList<>();
    for (int restart = 0; restart < 4; restart++) {
      sent.add("before " + restart);
      stored(1, "before " + restart);
      Await.until("hits go to Redis", () -> queue.health().spoolingSince().isEmpty());
      redis.kill();
      redis.start();
      sent.add("after " + restart);
      stored(1, "after " + restart);
      transfer.drain();
    }
    Await.until(
        "everything is back",
        () -> {
          transfer.drain();
          return transfer.taken.size() == sent.size();
        });
    assertThat(transfer.taken).isEqualTo(sent);
    assertThat(transfer.lost).isZero();
  }

  @Test
  void withoutAnAppendOnlyFileCopiesStayUntilTheyAreInTheLog() throws Exception {
    open(TestRedis.Log.NONE);
    stored(1, "a");
    stored(1, "b");
    assertThat(queue.health().spooledHits()).isZero();
    assertThat(queue.health().spoolBytes()).isPositive();
    HitSource.Batch first = queue.read(1, 1);
    queue.committed(1, first.upTo());
    queue.trim(1, Duration.ZERO);
    redis.kill();
    redis.start();
    Transfer transfer = new Transfer();
    Await.until(
        "the copies are in Redis again",
        () -> {
          transfer.drain();
          return transfer.taken.contains("b");
        });
    Await.until("the copies are let go", () -> queue.health().spoolBytes() == 0);
  }

  /** Random ends, pauses and refusals of Redis, and restarts of the queue, under load. */
  @Test
  @Tag("kill")
  void everyAnsweredHitIsReadInOrderWhateverHappensToRedis() throws Exception {
    open(TestRedis.Log.ALWAYS);
    Random random = new Random(20261123);
    Set<String> answered = new ConcurrentSkipListSet<>();
    AtomicInteger number = new AtomicInteger();
    for (int round = 0; round < ROUNDS; round++) {
      AtomicBoolean stop = new AtomicBoolean();
      List<Thread> clients = new ArrayList<>();
      for (int client = 0; client < 4; client++) {
        int shard = client % SHARDS;
        clients.add(new Thread(() -> send(shard, number, stop, answered)));
      }
      clients.forEach(Thread::start);
      disturb(random.nextInt(4), answered);
      stop.set(true);
      for (Thread client : clients) {
        client.join();
      }
      if (random.nextInt(3) == 0) {
        queue.close();
        openQueue();
      }
    }

    Transfer transfer = transferAll();
    assertThat(transfer.taken).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(transfer.taken)).containsAll(answered);
    assertThat(transfer.lost).isZero();
  }

  private void send(int shard, AtomicInteger number, AtomicBoolean stop, Set<String> answered) {
    while (!stop.get()) {
      String text = shard + " " + number.incrementAndGet();
      try {
        put(shard, text).get(20, SECONDS);
        answered.add(text);
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(QueueUnavailable.class);
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("a hit had no answer", e);
      }
    }
  }

  private void disturb(int kind, Set<String> answered) throws IOException {
    more(answered, 50);
    if (kind == 0) {
      redis.kill();
      more(answered, 50);
      redis.start();
    } else if (kind == 1) {
      redis.pause();
      more(answered, 50);
      redis.goOn();
    } else if (kind == 2) {
      redis.configure("maxmemory", "1");
      more(answered, 50);
      redis.configure("maxmemory", "0");
    }
    more(answered, 50);
  }

  private static void more(Set<String> answered, int hits) {
    int before = answered.size();
    Await.until("more hits are answered", () -> answered.size() >= before + hits);
  }

  @Test
  void aQueueThatIsClosedTwiceOrLateRefuses() throws Exception {
    open(TestRedis.Log.EVERYSEC);
    assertThat(queue.health().problems()).anyMatch(problem -> problem.contains("appendfsync"));
    queue.close();
    assertThatThrownBy(() -> stored(1, "late")).hasCauseInstanceOf(QueueUnavailable.class);
    openQueue();
  }
}
