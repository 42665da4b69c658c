package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueAdminIT {
  private static final int SHARDS = 2;

  @TempDir Path directory;

  private QueueOptions spool() {
    return QueueOptions.spool(directory.resolve("spool"), Durability.FAST);
  }

  private QueueOptions redis(TestRedis redis) {
    QueueOptions.Redis options =
        new QueueOptions.Redis(redis.address(), "", "", Duration.ofSeconds(5));
    return QueueOptions.redis(options, directory.resolve("spool"), Durability.POWER);
  }

  private static DurableQueue open(QueueOptions options) throws IOException {
    return DurableQueue.open(options, SHARDS, Clock.systemUTC(), new Metrics());
  }

  private static void put(QueueOptions options, String... texts) throws Exception {
    try (DurableQueue queue = open(options)) {
      for (String text : texts) {
        queue.put(List.of(new Payload(1, text.getBytes(UTF_8)))).get(20, SECONDS);
      }
    }
  }

  private static List<String> read(QueueOptions options) throws IOException {
    List<String> texts = new ArrayList<>();
    try (DurableQueue queue = open(options)) {
      queue.read(1, 1000).hits().forEach(hit -> texts.add(new String(hit.payload(), UTF_8)));
    }
    return texts;
  }

  private static QueueAdmin admin(QueueOptions options) {
    return new QueueAdmin(options, SHARDS, Clock.systemUTC());
  }

  /** Flips a bit in the second of three records. */
  private void damage() throws IOException {
    Path file = SpoolDirectory.segment(directory.resolve("spool"), 1);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3 + SpoolRecord.HEADER + 12] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void statusCountsWhatWaitsInTheSpool() throws Exception {
    put(spool(), "a", "b", "c");
    QueueAdmin.Status status = admin(spool()).status();
    assertThat(status.hits()).isEqualTo(3);
    assertThat(status.shards()).hasSize(1);
    QueueAdmin.ShardStatus shard = status.shards().get(0);
    assertThat(shard.shard()).isEqualTo(1);
    assertThat(shard.entries()).isEqualTo(3);
    assertThat(shard.bytes()).isPositive();
    assertThat(shard.inSpool()).isTrue();
    assertThat(status.setAside()).isZero();
  }

  @Test
  void statusCountsWhatWaitsInRedisWhileAServerUsesIt() throws Exception {
    try (TestRedis redis = TestRedis.start(directory.resolve("redis"), TestRedis.Log.ALWAYS);
        DurableQueue queue = open(redis(redis))) {
      Payload payload = new Payload(1, "a".getBytes(UTF_8));
      queue.put(List.of(payload, payload, payload)).get(20, SECONDS);
      QueueAdmin.Status status = admin(redis(redis)).status();
      assertThat(status.hits()).isEqualTo(3);
      assertThat(status.shards()).extracting(QueueAdmin.ShardStatus::entries).containsExactly(1L);
      assertThat(status.shards().get(0).bytes()).isPositive();
      assertThat(status.shards().get(0).inSpool()).isFalse();
    }
  }

  @Test
  void replayPutsWhatCanStillBeReadIntoTheSpoolAgain() throws Exception {
    put(spool(), "a", "b", "c");
    damage();
    assertThat(read(spool())).containsExactly("a", "c");
    assertThat(admin(spool()).status().setAside()).isEqualTo(1);

    assertThat(admin(spool()).replay()).isEqualTo(new QueueAdmin.Replayed(1, 1, 0));
    assertThat(read(spool())).containsExactly("a", "c", "b");
    assertThat(admin(spool()).status().setAside()).isZero();
    assertThat(admin(spool()).replay()).isEqualTo(new QueueAdmin.Replayed(0, 0, 0));
  }

  @Test
  void replayPutsItIntoRedisBesideARunningServer() throws Exception {
    put(spool(), "a", "b", "c");
    damage();
    try (TestRedis redis = TestRedis.start(directory.resolve("redis"), TestRedis.Log.ALWAYS);
        DurableQueue queue = open(redis(redis))) {
      assertThat(queue.health().problems()).anyMatch(problem -> problem.contains("set aside"));
      assertThat(admin(redis(redis)).replay().hits()).isEqualTo(1);
      assertThat(queue.health().problems()).noneMatch(problem -> problem.contains("set aside"));
    }
  }

  @Test
  void replayWithoutRedisAsksToStopTheServer() throws Exception {
    put(spool(), "a", "b", "c");
    damage();
    try (DurableQueue queue = open(spool())) {
      assertThat(queue.health().setAside()).isEqualTo(1);
      assertThatThrownBy(() -> admin(spool()).replay()).hasMessageContaining("stop it");
      assertThatThrownBy(() -> admin(spool()).drop()).hasMessageContaining("stop it");
    }
  }

  @Test
  void dropRemovesEverythingAndTellsHowMuch() throws Exception {
    put(spool(), "a", "b", "c");
    assertThat(admin(spool()).drop()).isEqualTo(3);
    assertThat(admin(spool()).status().hits()).isZero();

    try (TestRedis redis = TestRedis.start(directory.resolve("redis"), TestRedis.Log.ALWAYS)) {
      put(redis(redis), "d", "e");
      assertThat(admin(redis(redis)).drop()).isEqualTo(2);
      assertThat(read(redis(redis))).isEmpty();
    }
  }
}
