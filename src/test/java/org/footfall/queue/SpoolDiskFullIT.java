package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.testing.Await;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full; mounts a small one, which takes root. */
@Tag("system")
class SpoolDiskFullIT {
  private static final int PAYLOAD_BYTES = 3_000;

  @TempDir Path directory;
  @TempDir Path redisDirectory;

  @BeforeEach
  void mount() throws Exception {
    run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", directory.toString());
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", directory.toString());
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private DurableQueue open() throws IOException {
    return DurableQueue.open(
        QueueOptions.spool(directory.resolve("spool"), Durability.POWER),
        1,
        Clock.systemUTC(),
        new Metrics());
  }

  private static void put(DurableQueue queue, int first) throws Exception {
    byte[] bytes = new byte[PAYLOAD_BYTES];
    bytes[0] = (byte) first;
    queue.put(List.of(new Payload(0, bytes))).get(20, TimeUnit.SECONDS);
  }

  @Test
  void hitsAreRefusedWhileTheDiskIsFullAndNoneThatWasAnsweredIsLost() throws Exception {
    Path ballast = directory.resolve("ballast");
    Files.write(ballast, new byte[3_800 << 10]);
    int answered = 0;
    try (DurableQueue queue = open()) {
      Throwable refusal = null;
      while (refusal == null) {
        try {
          put(queue, answered);
          answered++;
        } catch (ExecutionException e) {
          refusal = e.getCause();
        }
      }
      assertThat(answered).isGreaterThan(10);
      assertThat(refusal)
          .isInstanceOf(QueueUnavailable.class)
          .hasMessageContaining("could not be written");
      assertThatThrownBy(() -> put(queue, 0)).hasCauseInstanceOf(QueueUnavailable.class);
      assertThat(queue.health().accepting()).isFalse();
      assertThat(queue.health().problems()).anyMatch(problem -> problem.contains("disk"));
      Files.delete(ballast);
      assertThat(queue.health().accepting()).isTrue();
      put(queue, answered);
      answered++;
      check(queue, answered);
    }
    try (DurableQueue queue = open()) {
      check(queue, answered);
      assertThat(queue.health().setAside()).isZero();
    }
  }

  @Test
  void withRedisAwayAndTheDiskFullHitsAreRefusedAndCountedUntilRedisIsBack() throws Exception {
    Metrics metrics = new Metrics();
    try (TestRedis redis = TestRedis.start(redisDirectory, TestRedis.Log.ALWAYS);
        DurableQueue queue = open(redis, metrics)) {
      put(queue, 0);
      Files.write(directory.resolve("ballast"), new byte[3_900 << 10]);
      redis.kill();
      int answered = 1;
      Throwable refusal = null;
      while (refusal == null) {
        try {
          put(queue, answered);
          answered++;
        } catch (ExecutionException e) {
          refusal = e.getCause();
        }
      }
      assertThat(answered).isGreaterThan(3);
      assertThat(refusal).isInstanceOf(QueueUnavailable.class);
      assertThat(
              metrics
                  .registry()
                  .getSampleValue(
                      "footfall_queue_refused_hits_total",
                      new String[] {"reason"},
                      new String[] {Refusal.SPOOL_FAILED.label()}))
          .isEqualTo(1);
      assertThat(queue.health().accepting()).isFalse();
      redis.start();
      Await.until("hits go to Redis", () -> queue.health().spoolingSince().isEmpty());
      put(queue, answered);
      check(queue, answered + 1);
    }
  }

  private DurableQueue open(TestRedis redis, Metrics metrics) throws IOException {
    return DurableQueue.open(
        QueueOptions.redis(
            new QueueOptions.Redis(redis.address(), "", "", Duration.ofSeconds(1)),
            directory.resolve("spool"),
            Durability.POWER),
        1,
        Clock.systemUTC(),
        metrics);
  }

  private static void check(DurableQueue queue, int answered) throws IOException {
    SequenceGaps gaps = new SequenceGaps(Map.of(), Instant.EPOCH);
    List<QueuedHit> hits = queue.read(0, Integer.MAX_VALUE).hits();
    assertThat(hits).hasSize(answered);
    for (int i = 0; i < answered; i++) {
      assertThat(gaps.isNew(hits.get(i))).isTrue();
      assertThat(hits.get(i).payload()[0]).isEqualTo((byte) i);
    }
    assertThat(gaps.lost()).isZero();
  }
}
