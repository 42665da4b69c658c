package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestDatabase;
import org.footfall.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who else is at the shard, or breaks the connection, between the begin and the end of a batch. */
class TransferNodesIT {
  private static final int HITS = 30;
  private static final int BATCH = 10;
  private static final String ADVANCE = "UPDATE transfer_shard\nSET batch";

  private TransferRig rig;
  private Wire wire;
  private TransferRig node;
  private SiteId site;

  @BeforeEach
  void start() {
    rig = new TransferRig(TestDatabase.fresh());
    wire = new Wire(rig.database.config());
    node = new TransferRig(new Database(wire.config()));
    site = rig.addSite();
  }

  @AfterEach
  void stop() {
    node.close();
    wire.close();
    rig.close();
  }

  private MemorySource source() {
    MemorySource source = new MemorySource(0);
    List<byte[]> hits = TransferKills.hits(site, HITS);
    hits.forEach(source::add);
    return source;
  }

  private double batches(String outcome) {
    Double count = node.figure("footfall_transfer_batches_total", "outcome", outcome);
    return count == null ? 0 : count;
  }

  @Test
  void aBatchThatAnotherNodeWroteMeanwhileIsRolledBackAndReadAgain() throws Exception {
    TransferJob job = node.job(source(), "node", BATCH);
    wire.once(
        ADVANCE,
        () -> {
          rig.execute("UPDATE transfer_shard SET lease_until = '2000-01-01'");
          rig.run(rig.job(source(), "other", BATCH));
          rig.execute("UPDATE transfer_shard SET lease_until = '2000-01-01'");
          return Wire.Then.PASS;
        });
    node.run(job);
    assertThat(batches("stale")).isEqualTo(1);
    assertThat(batches("committed")).isZero();
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }

  @Test
  void aBatchThatAnotherWriterOfTheLogCameBeforeIsTakenAgain() throws Exception {
    TransferJob job = node.job(source(), "node", BATCH);
    wire.once(
        ADVANCE,
        () -> {
          long unused = new ShardLock(rig.database, rig.clock).write(0, number -> c -> number);
          return Wire.Then.PASS;
        });
    node.run(job);
    assertThat(batches("stale")).isEqualTo(1);
    assertThat(batches("committed")).isEqualTo(3);
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "PASS_AND_CUT"})
  void aCommitOfWhichNobodyKnowsIsLookedUpInTheLog(Wire.Then then) throws Exception {
    TransferJob job = node.job(source(), "node", BATCH);
    wire.once(Wire.COMMIT, () -> then);
    assertThatThrownBy(() -> node.run(job))
        .isInstanceOfSatisfying(
            DatabaseException.class, e -> assertThat(e.isCommitUnknown()).isTrue());
    node.run(job);
    assertThat(batches("unknown")).isEqualTo(1);
    assertThat(batches("committed")).isEqualTo(then == Wire.Then.CUT ? 3 : 2);
    TransferKills.assertExactlyOnce(rig, site, HITS);
  }
}
