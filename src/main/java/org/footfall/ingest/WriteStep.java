package org.footfall.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.footfall.store.Database;
import org.footfall.visitlog.LogWriter;

/**
 * Makes the batch last, in one transaction: its rows in the log, visitors, counters, marks, what
 * became of each hit. First it moves the shard's row, which must hold the number that this process
 * knows, to the next one; so whoever else wrote for the shard meanwhile, another node or this one
 * before it was stopped for a while, makes the batch fail as a whole.
 */
final class WriteStep implements TransferStep.Whole {
  private static final int DAY_SECONDS = 86_400;

  private final Database database;
  private final TransferStore store;
  private final VisitorStore visitors;
  private final OrderStore orders;
  private final RejectedStore rejected;
  private final LogWriter log = new LogWriter();
  private final Lease lease;
  private final Clock clock;

  WriteStep(
      Database database,
      TransferStore store,
      VisitorStore visitors,
      OrderStore orders,
      RejectedStore rejected,
      Lease lease,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.visitors = visitors;
    this.orders = orders;
    this.rejected = rejected;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public void take(TransferBatch batch) {
    account(batch);
    Long unused =
        database.write(
            connection -> {
              write(connection, batch);
              return batch.rows.version();
            });
  }

  private void write(Connection connection, TransferBatch batch) throws SQLException {
    ShardState shard = batch.shard;
    store.advance(
        connection, shard.number(), shard.batch(), batch.rows.version(), batch.attempts, lease);
    log.write(connection, batch.rows);
    visitors.save(connection, shard.changedVisitors());
    visitors.delete(connection, shard.forgottenVisitors());
    orders.save(connection, shard.newOrders());
    store.saveCounters(connection, shard.changedCounters());
    store.saveMarks(connection, shard.number(), batch.marks);
    store.addFates(connection, batch.fates);
    rejected.add(connection, shard.number(), rejectedIn(batch));
  }

  /** Says of every hit what became of it; most are of the same day, site and fate as the last. */
  private void account(TransferBatch batch) {
    FateCounts.Key last = null;
    long epochDay = 0;
    long alike = 0;
    for (Draft draft : batch.drafts) {
      long of = Math.floorDiv(draft.receivedAt().getEpochSecond(), DAY_SECONDS);
      Fate fate = draft.goesOn() ? Fate.ACCEPTED : draft.fate;
      if (last == null
          || of != epochDay
          || last.site() != draft.site()
          || !last.fate().equals(fate)) {
        batch.fates.add(last, alike);
        last = new FateCounts.Key(LocalDate.ofEpochDay(of), draft.site(), fate);
        epochDay = of;
        alike = 0;
      }
      alike++;
    }
    batch.fates.add(last, alike);
    batch.fates.add(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), 0, Fate.LOST, batch.lost);
  }

  private static List<RejectedStore.Rejected> rejectedIn(TransferBatch batch) {
    List<RejectedStore.Rejected> hits = new ArrayList<>();
    for (Draft draft : batch.drafts) {
      if (Fate.REJECTED.equals(draft.fate)) {
        hits.add(new RejectedStore.Rejected(draft.site(), draft.failure, draft.queued.payload()));
      }
    }
    return hits;
  }
}
