package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.testing.Await;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A queue over a real Redis that a test disturbs, and a transfer that drops what comes twice. */
abstract class RedisOutageRig {
  static final int SHARDS = 3;
  private static final long SPOOL_BYTES = 1 << 20;

  @TempDir Path directory;
  Clock clock = Clock.systemUTC();
  TestRedis redis;
  DurableQueue queue;
  Metrics metrics;

  void open(TestRedis.Log log) throws IOException {
    redis = TestRedis.start(directory.resolve("redis"), log);
    openQueue();
  }

  void openQueue() throws IOException {
    QueueOptions.Redis options =
        new QueueOptions.Redis(redis.address(), "", "", Duration.ofMillis(400));
    metrics = new Metrics();
    queue =
        DurableQueue.open(
            new QueueOptions(
                QueueOptions.Kind.REDIS,
                Durability.POWER,
                options,
                directory.resolve("spool"),
                SPOOL_BYTES,
                4 << 20,
                500),
            SHARDS,
            clock,
            metrics);
  }

  @AfterEach
  void close() throws IOException {
    redis.goOn();
    queue.close();
    redis.close();
  }

  CompletableFuture<Void> put(int shard, String text) {
    return queue.put(List.of(new Payload(shard, text.getBytes(UTF_8))));
  }

  void stored(int shard, String text) throws Exception {
    put(shard, text).get(20, SECONDS);
  }

  double sample(String name) {
    return metrics.registry().getSampleValue("footfall_queue_" + name);
  }

  void awaitEmptySpool() {
    Await.until("the spool is moved to Redis", () -> queue.health().spooledHits() == 0);
  }

  /** What the transfer takes: repetitions dropped by marks, gaps counted. */
  final class Transfer {
    final Map<Integer, Map<String, Long>> marks = new HashMap<>();
    final List<String> taken = new ArrayList<>();
    long repeated;
    long lost;

    void drain() throws IOException {
      for (int shard = 0; shard < SHARDS; shard++) {
        Map<String, Long> known = marks.computeIfAbsent(shard, s -> new HashMap<>());
        HitSource.Batch batch = queue.read(shard, 300);
        while (!batch.hits().isEmpty()) {
          SequenceGaps gaps = new SequenceGaps(known, Instant.EPOCH);
          for (QueuedHit hit : batch.hits()) {
            if (gaps.isNew(hit)) {
              taken.add(new String(hit.payload(), UTF_8));
            } else {
              repeated++;
            }
          }
          lost += gaps.lost();
          known.putAll(gaps.moved());
          queue.committed(shard, batch.upTo());
          batch = queue.read(shard, 300);
        }
        queue.trim(shard, Duration.ZERO);
      }
    }
  }

  Transfer transferAll() throws IOException {
    awaitEmptySpool();
    Transfer transfer = new Transfer();
    for (int shard = 0; shard < SHARDS; shard++) {
      queue.rewind(shard);
    }
    transfer.drain();
    return transfer;
  }
}
