package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.footfall.job.JobContext;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.testing.Await;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The database ends in the midst of the transfer; every hit is in the log once, in order. */
class TransferKillIT {
  private static final String ANNA = "00000000000000a1";
  private static final int HITS = 6_000;

  private static List<String> pages() {
    return IntStream.range(0, HITS).mapToObj(i -> "example.org/p" + i).toList();
  }

  private static MemorySource hits(SiteId site) {
    MemorySource source = new MemorySource(0);
    for (int i = 0; i < HITS; i++) {
      source.add(TransferRig.view(site, i / 10, ANNA, "p" + i));
    }
    return source;
  }

  /** Runs again and again, as the clock does, until nothing waits. */
  private static int runUntilDone(TransferRig rig, TransferJob job, MemorySource source)
      throws Exception {
    int failures = 0;
    while (source.committed() < HITS) {
      try {
        rig.run(job);
      } catch (DatabaseException e) {
        failures++;
      }
    }
    return failures;
  }

  @Test
  void connectionsThatBreakAtAnyMomentLoseAndRepeatNothing() throws Exception {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      SiteId site = rig.addSite();
      MemorySource source = hits(site);
      TransferJob job = rig.job(source, "node", 50);
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Void> killer =
          CompletableFuture.runAsync(
              () -> {
                SplittableRandom random = new SplittableRandom(20261123);
                while (!done.get()) {
                  LockSupport.parkNanos(random.nextInt(80) * 1_000_000L);
                  killConnections(rig);
                }
              });
      int failures = runUntilDone(rig, job, source);
      done.set(true);
      killer.get();
      assertThat(failures).isPositive();
      // The connections of before may have been killed as the last thing.
      try (TransferRig after = new TransferRig(new Database(rig.database.config()))) {
        TransferKills.assertExactlyOnce(after, site, HITS);
      }
    }
  }

  /** Ends all connections of the schema but the one that says so. */
  private static void killConnections(TransferRig rig) {
    List<Long> connections = new ArrayList<>();
    try {
      rig.database.read(
          connection -> {
            Query.of(
                    connection,
                    "SELECT id FROM information_schema.processlist"
                        + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                .each(row -> connections.add(row.number("id")));
            return connections;
          });
      for (long id : connections) {
        rig.execute("KILL CONNECTION " + id);
      }
    } catch (DatabaseException e) {
      // Somebody else ended it first.
      return;
    }
  }

  @Test
  void aServerThatIsKilledAndLosesItsLastCommitsGetsTheHitsAgain() throws Exception {
    try (TestDatabase server = TestDatabase.start("--innodb-flush-log-at-timeout=2700");
        TransferRig rig = new TransferRig(server.schema())) {
      SiteId site = rig.addSite();
      server.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
      MemorySource source = hits(site);
      TransferJob job = rig.job(source, "node", 50);
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Void> killer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 4 && !done.get(); i++) {
                  int before = source.committed();
                  Await.until(
                      "some hits more are committed",
                      () -> source.committed() > before + 300 || done.get());
                  server.kill();
                  server.restart();
                  server.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
                }
              });
      runUntilDone(rig, job, source);
      done.set(true);
      killer.get();
      // What was committed before the last kill may be lost: the next run notices.
      rig.run(job);
      assertThat(rig.pages(site)).isEqualTo(pages());
      assertThat(rig.visits(site)).hasSize(1);
      assertThat(rig.fate("accepted")).isEqualTo(HITS);
    }
  }

  @Test
  void aProcessThatIsEndedAtAnyBatchGoesOnWhereItWas() throws Exception {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      SiteId site = rig.addSite();
      MemorySource source = hits(site);
      SplittableRandom random = new SplittableRandom(5);
      while (source.committed() < HITS) {
        // What is in the log already is read again, and counts as a batch here.
        int size = 1 + random.nextInt(400);
        int[] batches = {source.committed() / size + random.nextInt(5)};
        source.rewind(0);
        try (TransferJob job = rig.job(source, "node", size)) {
          job.run(new JobContext(rig.clock, Instant.MAX, () -> --batches[0] < 0));
        }
      }
      assertThat(rig.pages(site)).isEqualTo(pages());
      assertThat(rig.visits(site)).hasSize(1);
    }
  }
}
