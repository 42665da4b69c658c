package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.footfall.metrics.Metrics;
import org.footfall.queue.DurableQueue;
import org.footfall.queue.QueueOptions;
import org.footfall.queue.QueueOptions.Kind;
import org.footfall.site.SiteId;
import org.footfall.store.DatabaseException;
import org.footfall.testing.Await;
import org.footfall.testing.TestDatabase;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The transfer behind both real queues. */
class TransferQueueIT {
  private static final int HITS = 3_000;
  private static final int CRASHES = 3;

  @TempDir static Path redisFolder;
  private static TestRedis redis;

  @TempDir Path folder;

  @BeforeAll
  static void startRedis() throws IOException {
    redis = TestRedis.start(redisFolder, TestRedis.Log.EVERYSEC);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void empty() throws IOException {
    redis.command("FLUSHALL");
  }

  private DurableQueue open(Kind kind) throws IOException {
    Path spool = folder.resolve("spool");
    QueueOptions options =
        kind == Kind.REDIS
            ? TransferQueues.redis(redis.address().toString(), spool)
            : TransferQueues.spool(spool);
    return DurableQueue.open(options, TransferRig.SHARDS, Clock.systemUTC(), new Metrics());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void hitsComeIntoTheLogOnceAlsoAcrossARestart(Kind kind) throws Exception {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      SiteId site = rig.addSite();
      List<byte[]> hits = TransferKills.hits(site, 600);
      try (DurableQueue queue = open(kind)) {
        TransferJob job = rig.job(queue, "node", TransferKills.BATCH);
        TransferQueues.put(queue, hits.subList(0, 200));
        assertThat(rig.run(job).sentence()).isEqualTo("200 hits.");
        TransferQueues.put(queue, hits.subList(200, 400));
        assertThat(rig.run(job).sentence()).isEqualTo("200 hits.");
        assertThat(queue.depth().hits()).isZero();
      }
      try (DurableQueue queue = open(kind)) {
        TransferQueues.put(queue, hits.subList(400, 600));
        assertThat(queue.depth().hits()).isEqualTo(600);
        assertThat(rig.run(rig.job(queue, "node", TransferKills.BATCH)).sentence())
            .isEqualTo("200 hits.");
        assertThat(queue.depth().hits()).isZero();
        assertThat(rig.figure("footfall_transfer_duplicates_total")).isEqualTo(400);
      }
      TransferKills.assertExactlyOnce(rig, site, 600);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("kill")
  void aDatabaseThatCrashesAndLosesItsLastSecondsGetsTheHitsAgain(Kind kind) throws Exception {
    try (TestDatabase server = TestDatabase.start("--innodb-flush-log-at-timeout=2700");
        TransferRig rig = new TransferRig(server.schema());
        DurableQueue queue = open(kind)) {
      SiteId site = rig.addSite();
      // From here on nothing that is committed need be on the disk.
      server.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
      TransferQueues.put(queue, TransferKills.hits(site, HITS));
      TransferJob job = rig.job(queue, "node", TransferKills.BATCH);
      CompletableFuture<Long> crashes =
          CompletableFuture.supplyAsync(() -> crash(server, queue, rig));
      do {
        try {
          rig.run(job);
        } catch (DatabaseException e) {
          assertThat(e.isConnectionLost()).as(e.toString()).isTrue();
        }
      } while (!crashes.isDone() || queue.depth().hits() > 0);
      assertThat(crashes.get()).as("hits that the crashes undid").isPositive();
      // What was committed before the last crash may be lost: the next run notices.
      rig.run(job);
      TransferKills.assertExactlyOnce(rig, site, HITS);
    }
  }

  /** Crashes the server some times; how many hits were in the log before and not after. */
  private static long crash(TestDatabase server, DurableQueue queue, TransferRig rig) {
    long undone = 0;
    for (int i = 1; i <= CRASHES; i++) {
      int left = HITS - i * HITS / (CRASHES + 1);
      Await.until("some hits more are in the log", () -> queue.depth().hits() <= left);
      server.kill();
      server.restart();
      undone += Math.max(0, HITS - left - rig.fate("accepted"));
      server.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    }
    return undone;
  }
}
