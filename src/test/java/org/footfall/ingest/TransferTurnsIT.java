package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.site.SiteId;
import org.footfall.testing.TestDatabase;
import org.footfall.visit.VisitChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the shards share a run. */
class TransferTurnsIT {
  private static final String ANNA = "00000000000000a1";
  private static final int BATCH = 5;

  private final MemorySources source = new MemorySources(2);
  private TransferRig rig;
  private SiteId busy;
  private SiteId quiet;
  private TransferJob job;
  private int sent;

  @BeforeEach
  void start() {
    rig = new TransferRig(TestDatabase.fresh());
    busy = rig.addSite();
    quiet = rig.addSite();
    job =
        rig.job(
            source,
            new TransferOptions(
                2, "node", BATCH, 2, 1_000, Duration.ofSeconds(60), VisitChoices.USUAL));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private void sendToBusy(int count) {
    for (int i = 0; i < count; i++) {
      source.of(0).add(TransferRig.view(busy, sent / 10, ANNA, "p" + sent));
      sent++;
    }
  }

  private void sendToQuiet() {
    source.of(1).add(TransferRig.view(quiet, 0, ANNA, "quiet"));
  }

  private static List<String> pages(int to) {
    return IntStream.range(0, to).mapToObj(i -> "example.org/p" + i).toList();
  }

  @Test
  @Timeout(60)
  void aRunEndsWithWhatItFoundAlthoughMoreComesAllTheTime() throws Exception {
    sendToBusy(12);
    sendToQuiet();
    source.beforeRead(shard -> sendToBusy(shard == 0 ? 1 : 0));
    rig.run(job);
    assertThat(rig.pages(busy)).startsWith(pages(12).toArray(String[]::new));
    assertThat(rig.pages(quiet)).containsExactly("example.org/quiet");
    source.beforeRead(shard -> {});
    rig.run(job);
    assertThat(rig.pages(busy)).isEqualTo(pages(sent));
  }

  @Test
  void aShardWithALongQueueLetsOthersTakeTheirTurns() throws Exception {
    int turn = ShardTransfer.TURN * BATCH;
    sendToBusy(2 * turn + 3);
    sendToQuiet();
    List<Integer> takenBefore = new ArrayList<>();
    source.beforeRead(
        shard -> {
          if (shard == 1) {
            takenBefore.add(source.of(0).committed());
          }
        });
    rig.run(job);
    assertThat(takenBefore).containsExactly(turn, 2 * turn, 2 * turn + 3);
    assertThat(rig.pages(busy)).isEqualTo(pages(sent));
    assertThat(rig.pages(quiet)).hasSize(1);
  }

  @Test
  void aShardWhoseStreamCannotBeReadKeepsNoOtherWaiting() throws Exception {
    sendToBusy(3);
    sendToQuiet();
    source.beforeRead(
        shard -> {
          if (shard == 0) {
            throw new IOException("WRONGTYPE");
          }
        });
    assertThatThrownBy(() -> rig.run(job)).isInstanceOf(IOException.class).hasMessage("WRONGTYPE");
    assertThat(rig.pages(quiet)).hasSize(1);
    source.beforeRead(shard -> {});
    rig.run(job);
    assertThat(rig.pages(busy)).isEqualTo(pages(3));
  }

  @Test
  void aLongRunTrimsAsItGoes() throws Exception {
    sendToBusy(2 * ShardTransfer.TURN * BATCH + 3);
    List<Integer> trims = new ArrayList<>();
    source.beforeTrim(trims::add);
    rig.run(job);
    assertThat(trims).containsExactly(0, 0, 0);
  }
}
