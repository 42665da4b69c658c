package org.footfall.tracking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.footfall.account.AccountStore;
import org.footfall.privacy.DailySaltStore;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;

/** Reads what a {@link Snapshot} is made of, in one transaction, from the tables of its owners. */
public final class SnapshotStore {
  private final Database database;
  private final SiteStores stores;
  private final AccountStore accounts;
  private final DailySaltStore salts;
  private final Clock clock;

  public SnapshotStore(
      Database database,
      SiteStores stores,
      AccountStore accounts,
      DailySaltStore salts,
      Clock clock) {
    this.database = database;
    this.stores = stores;
    this.accounts = accounts;
    this.salts = salts;
    this.clock = clock;
  }

  /** Hits can be judged by it once, by hand; a server has a {@link SnapshotKeeper}. */
  public Snapshot snapshot() {
    return new Snapshot(load());
  }

  SnapshotData load() {
    Map<LocalDate, byte[]> byDay = salts.load(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    return database.snapshot(
        connection ->
            new SnapshotData(
                stores.sites().all(connection),
                stores.goals().all(connection).stream()
                    .filter(goal -> !goal.deleted())
                    .map(goal -> new SnapshotData.GoalNumber(goal.site(), goal.id()))
                    .toList(),
                stores.settings().load(connection),
                accounts.all(connection),
                accounts.allTokens(connection),
                byDay));
  }
}
