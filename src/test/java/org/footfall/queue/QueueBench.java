package org.footfall.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.testing.TestRedis;

/**
 * Shows how many hits a second the queue takes from 64 callers that wait for each answer, and how
 * many it gives to the transfer. To be run by hand; figures depend on the disk.
 */
final class QueueBench {
  private static final int CALLERS = 64;
  private static final int SHARDS = 16;
  private static final Duration TIME = Duration.ofSeconds(4);

  private QueueBench() {}

  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory(Path.of("target"), "queue-bench");
    System.out.println("queue                    hits/s   hits/entry   reads/s");
    for (Durability durability : Durability.values()) {
      measure(
          "spool " + durability,
          QueueOptions.spool(directory.resolve("s" + durability), durability));
    }
    for (TestRedis.Log log : List.of(TestRedis.Log.EVERYSEC, TestRedis.Log.ALWAYS)) {
      try (TestRedis redis = TestRedis.start(directory.resolve("r" + log), log)) {
        QueueOptions.Redis options =
            new QueueOptions.Redis(redis.address(), "", "", Duration.ofSeconds(5));
        measure(
            "redis " + log,
            QueueOptions.redis(options, directory.resolve("q" + log), Durability.POWER));
      }
    }
  }

  private static void measure(String name, QueueOptions options) throws Exception {
    Metrics metrics = new Metrics();
    try (DurableQueue queue = DurableQueue.open(options, SHARDS, Clock.systemUTC(), metrics)) {
      LongAdder stored = new LongAdder();
      long end = System.nanoTime() + TIME.toNanos();
      List<Thread> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int shard = caller % 4;
        callers.add(new Thread(() -> call(queue, shard, end, stored)));
      }
      callers.forEach(Thread::start);
      for (Thread caller : callers) {
        caller.join();
      }
      double entries = metrics.registry().getSampleValue("footfall_queue_entries_total");
      System.out.printf(
          Locale.ROOT,
          "%-20s %10.0f %12.1f %9.0f%n",
          name,
          stored.doubleValue() / TIME.toSeconds(),
          stored.doubleValue() / entries,
          read(queue));
    }
  }

  private static void call(HitQueue queue, int shard, long end, LongAdder stored) {
    byte[] payload = new byte[250];
    try {
      while (System.nanoTime() < end) {
        queue.put(List.of(new Payload(shard, payload))).get();
        stored.increment();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double read(HitSource queue) throws IOException {
    long begin = System.nanoTime();
    long read = 0;
    for (int shard = 0; shard < SHARDS; shard++) {
      for (int size = -1; size != 0; read += size) {
        size = queue.read(shard, 5000).hits().size();
      }
    }
    return read * 1e9 / (System.nanoTime() - begin);
  }
}
