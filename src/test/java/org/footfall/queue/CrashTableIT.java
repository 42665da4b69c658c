package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.testing.Await;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.Test;

/**
 * What is promised for each crash or failure between the door and the transfer, a test for each; in
 * the order of a hit's way. The crashes of the transfer and of its database are tested with it, and
 * a disk that is really full in {@link SpoolDiskFullIT}.
 */
class CrashTableIT extends RedisOutageRig {

  /** The process: puts a hit as soon as it reads a line, and says whether it was answered. */
  static final class Sender {
    public static void main(String[] args) throws Exception {
      QueueOptions.Redis redis =
          new QueueOptions.Redis(URI.create(args[0]), "", "", Duration.ofMinutes(1));
      QueueOptions options = QueueOptions.redis(redis, Path.of(args[1]), Durability.POWER);
      DurableQueue queue = DurableQueue.open(options, SHARDS, Clock.systemUTC(), new Metrics());
      System.out.println("ready");
      if (System.in.read() < 0) {
        return;
      }
      CompletableFuture<Void> stored = queue.put(List.of(new Payload(1, "hit".getBytes(UTF_8))));
      System.out.println("sent");
      stored.get();
      System.out.println("answered");
    }
  }

  @Test
  void aHitThatRedisHasNotConfirmedIsNotAnsweredAndMayComeAgain() throws Exception {
    redis = TestRedis.start(directory.resolve("redis"), TestRedis.Log.ALWAYS);
    String spool = directory.resolve("spool").toString();
    Process sender =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                redis.address().toString(),
                spool)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(sender.getInputStream(), UTF_8))) {
      awaitLine(out, "ready");
      redis.pause();
      sender.getOutputStream().write('\n');
      sender.getOutputStream().flush();
      awaitLine(out, "sent");
      sender.toHandle().destroyForcibly();
      assertThat(out.lines()).doesNotContain("answered");
    }
    redis.goOn();
    sender.waitFor();

    openQueue();
    stored(1, "hit");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).contains("hit").containsOnly("hit");
    assertThat(transfer.lost).isZero();
  }

  private static void awaitLine(BufferedReader out, String wanted) throws IOException {
    String line = out.readLine();
    while (!wanted.equals(line)) {
      assertThat(line).as("the process went on").isNotNull();
      line = out.readLine();
    }
  }

  @Test
  void whatRedisStoredWithoutAnsweringIsDroppedTheSecondTime() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.pause();
    stored(1, "b");
    stored(1, "c");
    redis.goOn();
    awaitEmptySpool();
    stored(1, "d");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d");
    assertThat(transfer.repeated).isPositive();
    assertThat(transfer.lost).isZero();
  }

  @Test
  void whatWasForwardedBeforeACrashAndNotYetCutOffTheSpoolIsDroppedTheSecondTime()
      throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.kill();
    stored(1, "b");
    stored(1, "c");
    queue.close();
    Map<Path, byte[]> spool = files(directory.resolve("spool"));
    redis.start();
    openQueue();
    awaitEmptySpool();
    queue.close();
    restore(directory.resolve("spool"), spool);

    openQueue();
    awaitEmptySpool();
    stored(1, "d");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d");
    assertThat(transfer.repeated).isEqualTo(2);
    assertThat(transfer.lost).isZero();
  }

  @Test
  void whatAFullRedisRefusesIsForwardedInOrderOnceItHasRoom() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.configure("maxmemory", "1");
    stored(1, "b");
    stored(2, "x");
    stored(1, "c");
    assertThat(queue.health().spooledHits()).isEqualTo(3);
    assertThat(queue.health().redisReachable()).isTrue();
    redis.configure("maxmemory", "0");
    awaitEmptySpool();
    stored(1, "d");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d", "x");
    assertThat(transfer.repeated).isZero();
    assertThat(refusals("OOM")).isPositive();
  }

  @Test
  void whatAReadOnlyRedisRefusesIsForwardedInOrderOnceItIsWritable() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.command("REPLICAOF", "127.0.0.1", "1");
    stored(1, "b");
    stored(2, "x");
    stored(1, "c");
    assertThat(queue.health().spooledHits()).isEqualTo(3);
    redis.command("REPLICAOF", "NO", "ONE");
    awaitEmptySpool();
    stored(1, "d");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d", "x");
    assertThat(transfer.lost).isZero();
    assertThat(refusals("READONLY")).isPositive();
  }

  @Test
  void hitsThatComeWhileRedisLoadsItsDataAreForwardedInOrderOnceItHasThem() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "a");
    redis.command(
        "EVAL", "for i = 1, 10000 do redis.call('SET', 'other' .. i, 'x') end return 'OK'", "0");
    redis.kill();
    redis.begin("--key-load-delay", "250");
    Await.until(
        "Redis answers that it is loading",
        () -> queue.health().problems().stream().anyMatch(text -> text.contains("LOADING")));
    stored(1, "b");
    stored(1, "c");
    assertThat(queue.health().spooledHits()).isEqualTo(2);
    awaitEmptySpool();
    stored(1, "d");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "d");
    assertThat(transfer.lost).isZero();
  }

  @Test
  void hitsThatRedisLostAreMissedAndNothingLaterIsSkipped() throws Exception {
    open(TestRedis.Log.ALWAYS);
    Transfer transfer = new Transfer();
    stored(1, "a");
    transfer.drain();
    stored(1, "b");
    stored(1, "c");
    redis.command("FLUSHALL");
    stored(1, "d");
    transfer.drain();
    assertThat(transfer.taken).containsExactly("a", "d");
    assertThat(transfer.lost).isEqualTo(2);
  }

  @Test
  void whenRedisRollsBackWhatItAloneHeldIsMissedAndNothingLaterIsSkipped() throws Exception {
    open(TestRedis.Log.ALWAYS);
    Path data = directory.resolve("redis");
    Transfer transfer = new Transfer();
    stored(1, "a");
    stored(1, "b");
    Map<Path, byte[]> earlier = files(data);
    stored(1, "c");
    transfer.drain();
    stored(1, "d");
    redis.kill();
    restore(data, earlier);
    redis.start();
    stored(1, "e");
    awaitEmptySpool();
    transfer.drain();
    assertThat(transfer.taken).containsExactly("a", "b", "c", "e");
    assertThat(transfer.repeated).isEqualTo(2);
    assertThat(transfer.lost).isEqualTo(1);
  }

  @Test
  void withRedisAwayAndTheSpoolFullHitsAreRefusedAndNothingFalseIsMissed() throws Exception {
    open(TestRedis.Log.ALWAYS);
    stored(1, "first");
    redis.kill();
    String large = "x".repeat(2_000);
    int spooled = 0;
    Throwable refusal = null;
    while (refusal == null) {
      try {
        stored(1, large + spooled);
        spooled++;
      } catch (ExecutionException e) {
        refusal = e.getCause();
      }
    }
    assertThat(refusal).isInstanceOf(QueueUnavailable.class);
    assertThat(spooled).isBetween(400, 550);
    assertThat(queue.health().accepting()).isFalse();
    redis.start();
    awaitEmptySpool();
    stored(1, "last");
    Transfer transfer = transferAll();
    assertThat(transfer.taken).hasSize(spooled + 2).startsWith("first").endsWith("last");
    assertThat(transfer.lost).isZero();
  }

  private double refusals(String code) {
    return metrics
        .registry()
        .getSampleValue(
            "footfall_queue_redis_refusals_total", new String[] {"reason"}, new String[] {code});
  }

  private static Map<Path, byte[]> files(Path root) throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void restore(Path root, Map<Path, byte[]> files) throws IOException {
    for (Path file : files(root).keySet()) {
      Files.delete(file);
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }
}
