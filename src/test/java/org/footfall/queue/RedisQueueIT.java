package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.metrics.Metrics;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisQueueIT extends DurableQueueContract {
  @TempDir static Path redisDirectory;
  static TestRedis redis;

  @TempDir Path directory;

  @BeforeAll
  static void startRedis() throws IOException {
    redis = TestRedis.start(redisDirectory, TestRedis.Log.ALWAYS);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  @Override
  void openQueue() throws IOException {
    redis.command("FLUSHALL");
    super.openQueue();
  }

  @Override
  DurableQueue open() throws IOException {
    QueueOptions.Redis options =
        new QueueOptions.Redis(redis.address(), "", "", Duration.ofSeconds(5));
    return DurableQueue.open(
        QueueOptions.redis(options, directory.resolve("spool"), Durability.POWER),
        SHARDS,
        clock,
        new Metrics());
  }

  @Test
  void aHundredHitsOfOneCallShareAnEntry() throws Exception {
    put(IntStream.range(0, 100).mapToObj(i -> payload(1, "hit " + i)).toList());
    assertThat(redis.command("XLEN", "footfall:hits:1")).isEqualTo(":1");
  }

  @Test
  void trimmingRemovesTheEntries() throws Exception {
    put(1, "a");
    put(1, "b");
    queue.committed(1, queue.read(1, 1).upTo());
    queue.trim(1, Duration.ZERO);
    assertThat(redis.command("XLEN", "footfall:hits:1")).isEqualTo(":1");
    assertThat(texts(drain(1))).containsExactly("b");
  }

  @Test
  void anEntryBehindTheCursorIsReadToo() throws Exception {
    put(1, "a");
    put(1, "b");
    assertThat(texts(drain(1))).containsExactly("a", "b");
    redis.command("DEL", "footfall:hits:1");
    redis.command(
        "XADD",
        "footfall:hits:1",
        "5-1",
        "p",
        "other",
        "s",
        "7",
        "n",
        "1",
        "t",
        "0",
        "h",
        "\u0001z");

    assertThat(texts(drain(1))).containsExactly("z");
  }

  private static void foreign(String producer, String first, String count) throws IOException {
    redis.command(
        "XADD",
        "footfall:hits:1",
        "*",
        "p",
        producer,
        "s",
        first,
        "n",
        count,
        "t",
        "0",
        "h",
        "\u0001z");
  }

  @Test
  void anEntryThatIsNotOursIsSkipped() throws Exception {
    put(1, "a");
    redis.command("XADD", "footfall:hits:1", "*", "colour", "blue");
    redis.command(
        "XADD", "footfall:hits:1", "*", "p", "x", "s", "1", "n", "9", "t", "0", "h", "\u0001z");
    for (String producer : List.of("x".repeat(101), "zürich", "two words", "")) {
      foreign(producer, "1", "1");
    }
    foreign("x", "1", "4294967297");
    foreign("x", Long.toString(Long.MAX_VALUE), "1");
    put(1, "b");
    HitSource.Batch batch = queue.read(1, 100);
    assertThat(texts(batch.hits())).containsExactly("a", "b");
    queue.committed(1, batch.upTo());
    queue.trim(1, Duration.ZERO);
    assertThat(redis.command("XLEN", "footfall:hits:1")).isEqualTo(":0");
    assertThat(drain(1)).isEqualTo(List.of());
  }
}
