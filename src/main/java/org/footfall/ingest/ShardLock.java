package org.footfall.ingest;

import java.sql.Connection;
import java.time.Clock;
import org.footfall.store.Database;
import org.footfall.store.SqlFunction;

/**
 * How whoever is not the transfer writes the log: imports, erasing, changes of a time zone. The
 * shard's row is locked and gets the next number, so that a transfer which knew the log as it was
 * before fails its batch as a whole and reads the log again.
 */
public final class ShardLock {
  private final Database database;
  private final TransferStore store;

  public ShardLock(Database database, Clock clock) {
    this.database = database;
    this.store = new TransferStore(database, clock);
  }

  /** What is to be done while the shard is locked. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * @param version the number of this change, for the rows it writes
     */
    SqlFunction<Connection, T> with(long version);
  }

  /** Does the work in one transaction that holds the shard. */
  public <T> T write(int shard, Work<T> work) {
    return database.write(
        connection -> {
          store.create(connection, shard);
          long next = store.after(store.lock(connection, shard));
          T result = work.with(next).apply(connection);
          store.bump(connection, shard, next);
          return result;
        });
  }
}
