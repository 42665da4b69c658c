package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.footfall.ingest.TransferChild.Halt;
import org.footfall.metrics.Metrics;
import org.footfall.queue.DurableQueue;
import org.footfall.site.SiteId;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestDatabase;
import org.footfall.testing.TestRedis;
import org.footfall.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process of the transfer ends, or stands still, at the worst moments, with a real Redis and a
 * real database: every hit is in the log once, in order.
 */
@Tag("kill")
class TransferProcessKillIT {
  private static final int HITS = 600;
  private static final int ENDS = 5;

  @TempDir Path folder;
  private TransferRig rig;
  private TestRedis redis;
  private SiteId site;

  @BeforeEach
  void start() throws IOException {
    rig = new TransferRig(TestDatabase.fresh());
    redis = TestRedis.start(folder.resolve("redis"), TestRedis.Log.EVERYSEC);
    site = rig.addSite();
  }

  @AfterEach
  void stop() {
    redis.close();
    rig.close();
  }

  private DurableQueue queue(String name) throws IOException {
    return DurableQueue.open(
        TransferQueues.redis(redis.address().toString(), folder.resolve(name)),
        TransferRig.SHARDS,
        Clock.systemUTC(),
        new Metrics());
  }

  private void send(List<byte[]> hits) throws Exception {
    try (DurableQueue door = queue("door")) {
      TransferQueues.put(door, hits);
    }
  }

  private Process child(Wire wire, Halt halt) throws IOException {
    return TransferChild.start(
        wire == null ? rig.database.config() : wire.config(), redis, folder, halt, "node");
  }

  private void letTheNextOneFinish() throws Exception {
    assertThat(TransferChild.finished(child(null, Halt.NEVER), folder)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "PASS"})
  void killedBeforeOrDuringTheCommitNothingIsLostOrRepeated(Wire.Then commit) throws Exception {
    send(TransferKills.hits(site, HITS));
    for (int end = 0; end < ENDS; end++) {
      try (Wire wire = new Wire(rig.database.config())) {
        AtomicReference<Process> child = new AtomicReference<>();
        AtomicInteger commits = new AtomicInteger(end % 3);
        wire.always(
            Wire.COMMIT,
            () -> {
              if (commits.getAndDecrement() > 0) {
                return Wire.Then.PASS;
              }
              child.get().destroyForcibly();
              return commit;
            });
        child.set(child(wire, Halt.NEVER));
        assertThat(TransferChild.finished(child.get(), folder)).isFalse();
      }
    }
    letTheNextOneFinish();
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }

  @ParameterizedTest
  @EnumSource(names = {"AT_COMMITTED", "AT_TRIM"})
  void endedBetweenCommitAndTrimItReadsAgainAndDropsWhatIsInTheLog(Halt halt) throws Exception {
    send(TransferKills.hits(site, HITS));
    for (int end = 0; end < ENDS; end++) {
      assertThat(TransferChild.finished(child(null, halt), folder)).isFalse();
    }
    letTheNextOneFinish();
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }

  @Test
  void aHitThatEndsTheProcessEachTimeIsSetAsideAndItsNeighboursGoOn() throws Exception {
    long poison = 0x00000000000b4d1dL;
    List<byte[]> hits = TransferKills.hits(site, HITS);
    hits.add(HITS / 2, TransferRig.view(site, 20_000, "00000000000b4d1d", "poison"));
    send(hits);
    int ends = 0;
    boolean finished = false;
    while (!finished) {
      try (Wire wire = new Wire(rig.database.config())) {
        AtomicReference<Process> child = new AtomicReference<>();
        // Who is asked for with the hit is the first sign of its being processed.
        wire.always(
            Long.toString(poison),
            () -> {
              child.get().destroyForcibly();
              return Wire.Then.CUT;
            });
        child.set(child(wire, Halt.NEVER));
        finished = TransferChild.finished(child.get(), folder);
      }
      ends += finished ? 0 : 1;
      assertThat(ends).isLessThan(2 * Caution.GIVE_UP);
    }
    assertThat(ends).isGreaterThanOrEqualTo(Caution.GIVE_UP);
    TransferKills.assertExactlyOnce(rig, site, HITS);
    assertThat(new RejectedRequests(rig.database, rig.clock).list(0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).contains("processes ended"));
  }

  @Test
  void aNodeThatStandsStillInABatchAndWakesUpFindsThatAnotherTookItsHits() throws Exception {
    send(TransferKills.hits(site, HITS));
    try (Wire wire = new Wire(rig.database.config());
        DurableQueue queue = queue("other")) {
      AtomicReference<Process> child = new AtomicReference<>();
      AtomicInteger batches = new AtomicInteger(2);
      wire.always(
          "UPDATE transfer_shard\nSET batch",
          () -> {
            if (batches.getAndDecrement() == 0) {
              signal(child.get(), "STOP");
              rig.execute("UPDATE transfer_shard SET lease_until = '2000-01-01'");
              rig.run(rig.job(queue, "other", TransferKills.BATCH));
              signal(child.get(), "CONT");
            }
            return Wire.Then.PASS;
          });
      child.set(child(wire, Halt.NEVER));
      assertThat(TransferChild.finished(child.get(), folder)).isTrue();
      assertThat(batches).hasNegativeValue();
    }
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }

  @Test
  void aNodeThatStandsStillWithTheShardLockedLosesTheLockAndItsBatch() throws Exception {
    send(TransferKills.hits(site, HITS));
    try (Wire wire = new Wire(rig.database.config());
        DurableQueue queue = queue("other")) {
      AtomicReference<Process> child = new AtomicReference<>();
      AtomicInteger tries = new AtomicInteger();
      wire.once(
          Wire.COMMIT,
          () -> {
            signal(child.get(), "STOP");
            tries.set(runUntilTheLockIsFree(rig.job(queue, "node", TransferKills.BATCH)));
            signal(child.get(), "CONT");
            return Wire.Then.PASS;
          });
      child.set(child(wire, Halt.NEVER));
      assertThat(TransferChild.finished(child.get(), folder)).isTrue();
      assertThat(tries).hasPositiveValue();
    }
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }

  private int runUntilTheLockIsFree(TransferJob job) throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        rig.run(job);
        return tries;
      } catch (DatabaseException e) {
        assertThat(tries).isLessThan(5);
      }
    }
  }

  private static void signal(Process process, String name) throws Exception {
    Process kill =
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
