package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.account.Right;
import org.footfall.metrics.Metrics;
import org.footfall.privacy.DailySaltStore;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotKeeperIT {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Clock CLOCK = Clock.fixed(Snapshots.NOW, ZoneOffset.UTC);
  private static final String OLD = "idsite=1&rec=1&cdt=2020-01-01&token_auth=";

  @TempDir Path folder;
  private final LocalChanges changes = new LocalChanges();
  private final Database database = TestDatabase.fresh();

  @Test
  void aLocalChangeIsSeenBeforeItsCallReturns() {
    try (SnapshotKeeper keeper = keeper(database)) {
      keeper.start(NEVER);
      assertThat(keeper.current().sites()).isZero();
      new SiteStore(database, CLOCK, changes).add(site());
      assertThat(keeper.current().sites()).isEqualTo(1);
      Accounts accounts = new Accounts(new AccountStore(database), CLOCK, changes);
      accounts.add("anna", "", "correct horse", false);
      accounts.grant("anna", new SiteId(1), Right.WRITE);
      String token = accounts.createToken("anna", "", false, null);
      assertThat(new Sent(keeper.current()).get(OLD + token).hit().trusted()).isTrue();
      new InstanceStore(database, changes).save(InstanceSetting.DO_NOT_TRACK, true);
      assertThat(keeper.current().privacy().doNotTrack()).isTrue();
    }
  }

  @Test
  void changesOfOtherProcessesAreSeenAfterAWhile() throws Exception {
    try (SnapshotKeeper keeper = keeper(database)) {
      keeper.start(Duration.ofMillis(5));
      new SiteStore(database, CLOCK, new LocalChanges()).add(site());
      long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (keeper.current().sites() == 0 && System.nanoTime() < patience) {
        Thread.onSpinWait();
      }
      assertThat(keeper.current().sites()).isEqualTo(1);
    }
  }

  @Test
  void aStartWithoutTheDatabaseTakesTheLastSnapshot() throws Exception {
    new SiteStore(database, CLOCK, changes).add(site());
    long hash;
    try (SnapshotKeeper keeper = keeper(database)) {
      keeper.start(NEVER);
      hash = new Sent(keeper.current()).get("idsite=1&rec=1").hit().addressHash();
    }
    Path file = folder.resolve("snapshot.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    database.close();
    try (SnapshotKeeper keeper = keeper(database)) {
      keeper.start(NEVER);
      assertThat(keeper.current().sites()).isEqualTo(1);
      assertThat(new Sent(keeper.current()).get("idsite=1&rec=1").hit().addressHash())
          .isEqualTo(hash);
      changes.changed();
      assertThat(keeper.current().sites()).isEqualTo(1);
    }
    Files.writeString(file, "{broken");
    try (SnapshotKeeper keeper = keeper(database)) {
      assertThatThrownBy(() -> keeper.start(NEVER)).isInstanceOf(DatabaseException.class);
    }
  }

  private SnapshotKeeper keeper(Database from) {
    return new SnapshotKeeper(
        new SnapshotStore(
            from,
            SiteStores.on(from, CLOCK, changes),
            new AccountStore(from),
            new DailySaltStore(from),
            CLOCK),
        folder,
        changes,
        CLOCK,
        new Metrics());
  }

  private static NewSite site() {
    return NewSite.website("s", "http://example.org", ZoneId.of("Europe/Berlin"), Snapshots.NOW);
  }
}
