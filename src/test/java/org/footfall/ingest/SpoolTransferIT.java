package org.footfall.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.job.JobContext;
import org.footfall.metrics.Metrics;
import org.footfall.queue.DurableQueue;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.site.SiteId;
import org.footfall.store.Query;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transfer from the queue on the disk, as an installation without Redis has it. */
class SpoolTransferIT {
  private static final String ANNA = "00000000000000a1";

  @TempDir Path directory;
  private final TestClock clock = new TestClock(TransferRig.START);

  @Test
  void whatACrashOfTheDatabaseTookIsStillThereAfterARunThatWasCancelled() throws Exception {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh());
        DurableQueue queue =
            DurableQueue.open(
                QueueOptions.spool(directory, Durability.FAST),
                TransferRig.SHARDS,
                clock,
                new Metrics())) {
      SiteId site = rig.addSite();
      TransferJob job = rig.job(queue, "node", 5_000);
      send(queue, site, 0, 10);
      rig.run(job);
      List<String> tables = keep(rig);
      send(queue, site, 10, 20);
      rig.run(job);
      assertThat(rig.pages(site)).hasSize(20);

      loseWhatCameLater(rig, tables);
      clock.advance(Duration.ofSeconds(61));
      job.run(new JobContext(rig.clock, Instant.MAX, () -> true));
      rig.run(job);
      assertThat(rig.pages(site))
          .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "example.org/p" + i).toList());
      assertThat(rig.fate("accepted")).isEqualTo(20);

      clock.advance(Duration.ofSeconds(61));
      rig.run(job);
      assertThat(queue.depth().spooledBytes()).isZero();
    }
  }

  private static void send(DurableQueue queue, SiteId site, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      Payload view = new Payload(0, TransferRig.view(site, i, ANNA, "p" + i));
      queue.put(List.of(view)).get(20, SECONDS);
    }
  }

  private static List<String> keep(TransferRig rig) {
    List<String> tables = new ArrayList<>();
    rig.database.read(
        connection -> {
          Query.of(
                  connection,
                  "SELECT table_name name FROM information_schema.tables"
                      + " WHERE table_schema = DATABASE()")
              .each(row -> tables.add(row.text("name")));
          return tables;
        });
    tables.forEach(table -> rig.execute("CREATE TABLE kept_" + table + " SELECT * FROM " + table));
    return tables;
  }

  private static void loseWhatCameLater(TransferRig rig, List<String> tables) {
    for (String table : tables) {
      rig.execute("DELETE FROM " + table);
      rig.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
    }
  }
}
