package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.footfall.job.JobContext;
import org.footfall.metrics.Metrics;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestDatabase;
import org.footfall.testing.Wire;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.Exclusion;
import org.footfall.tracking.Rejection;
import org.footfall.tracking.TrackingFailures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorCountsJobIT {
  private final TrackingFailures failures = new TrackingFailures();

  @Test
  void whatTheDoorCountsIsAddedOnceAndKeptWhileTheDatabaseRefuses() {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      DoorCounts counts = new DoorCounts(new Metrics());
      DoorCountsJob job = new DoorCountsJob(counts, failures, rig.database, rig.clock);
      counts.refused(0, Rejection.SITE_UNKNOWN);
      counts.excluded(3, Exclusion.PREFETCH);
      assertThat(job.run(JobContext.of(rig.clock)).isDone()).isTrue();
      counts.excluded(3, Exclusion.PREFETCH);
      rig.execute("RENAME TABLE hit_fate TO hit_fate_away");
      assertThatThrownBy(() -> job.run(JobContext.of(rig.clock)))
          .isInstanceOf(DatabaseException.class);
      rig.execute("RENAME TABLE hit_fate_away TO hit_fate");
      assertThat(job.run(JobContext.of(rig.clock)).isDone()).isTrue();
      assertThat(job.run(JobContext.of(rig.clock)).isDone()).isTrue();
      assertThat(rig.fate("refused")).isEqualTo(1);
      assertThat(rig.fate("excluded")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "PASS_AND_CUT"})
  void whatMayBeStoredAlreadyIsNotAddedAgain(Wire.Then then) {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh());
        Wire wire = new Wire(rig.database.config());
        Database cuttable = new Database(wire.config())) {
      DoorCounts counts = new DoorCounts(new Metrics());
      DoorCountsJob job = new DoorCountsJob(counts, failures, cuttable, rig.clock);
      counts.refused(0, Rejection.SITE_UNKNOWN);
      wire.once(Wire.COMMIT, () -> then);
      assertThatThrownBy(() -> job.run(JobContext.of(rig.clock)))
          .isInstanceOfSatisfying(
              DatabaseException.class, e -> assertThat(e.isCommitUnknown()).isTrue());
      counts.excluded(3, Exclusion.PREFETCH);
      assertThat(job.run(JobContext.of(rig.clock)).isDone()).isTrue();
      assertThat(rig.fate("excluded")).isEqualTo(1);
      assertThat(rig.fate("refused")).isEqualTo(then == Wire.Then.PASS_AND_CUT ? 1 : 0);
    }
  }
}
