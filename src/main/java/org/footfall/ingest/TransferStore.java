package org.footfall.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/**
 * The tables that say how far the transfer is: {@code transfer_shard}, {@code transfer_mark},
 * {@code site_counter}; and the accounts of hits, {@code hit_fate} and {@code rejected_request}.
 */
final class TransferStore {
  private final Database database;
  private final Clock clock;
  private final Sql sql = Sql.of(TransferStore.class);

  /** How far a shard is. */
  record Progress(long batch, int attempts, Map<String, Long> marks) {}

  /** What a site's next visit and visitor get. */
  record Counter(long nextVisit, int nextVisitor) {}

  TransferStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The number of the batch after one. Numbers grow, and none is ever used twice: not even by a
   * database that was ended by force, lost its last batches and counts on from those before, since
   * the time has gone on. So whatever was read or computed at a number is good for ever.
   */
  long after(long batch) {
    Instant now = clock.instant();
    return Math.max(batch + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
  }

  /** The last batch of each shard that has been begun. */
  Map<Integer, Long> batches() {
    Map<Integer, Long> batches = new HashMap<>();
    return database.read(
        connection -> {
          Query.of(connection, sql.get("all"))
              .each(row -> batches.put(row.integer("shard"), row.number("batch")));
          return batches;
        });
  }

  Progress load(int shard) {
    return database.read(connection -> load(connection, shard));
  }

  private Progress load(Connection connection, int shard) throws SQLException {
    Query.of(connection, sql.get("create")).bind(shard).update();
    Map<String, Long> marks = new HashMap<>();
    Progress progress =
        Query.of(connection, sql.get("load"))
            .bind(shard)
            .first(row -> new Progress(row.number("batch"), row.integer("attempts"), marks))
            .orElseThrow();
    Query.of(connection, sql.get("marks"))
        .bind(shard)
        .each(row -> marks.put(row.text("producer"), row.number("sequence")));
    return progress;
  }

  /**
   * Takes the lease, and counts an attempt at the batch after this one.
   *
   * @param attempts 1, or 0 when this process has counted its attempt already
   * @return whether it was to be had: nobody else works on the shard, and it is as known
   */
  boolean begin(int shard, long batch, int attempts, Lease lease) {
    return database.change(
            sql.get("begin"),
            attempts,
            lease.owner(),
            lease.length().toSeconds(),
            shard,
            batch,
            lease.owner())
        == 1;
  }

  /** Nothing waits any more: no attempt is open. */
  void end(int shard, String owner) {
    database.change(sql.get("end"), shard, owner);
  }

  /** Locks the shard until the transaction ends; its last batch. */
  long lock(Connection connection, int shard) throws SQLException {
    return Query.of(connection, sql.get("lock"))
        .bind(shard)
        .first(row -> row.number("batch"))
        .orElseThrow(() -> new StaleShardException(shard));
  }

  /** Makes sure that the shard has a row. */
  void create(Connection connection, int shard) throws SQLException {
    Query.of(connection, sql.get("create")).bind(shard).update();
  }

  /** One batch more, by a writer that is not the transfer. */
  void bump(Connection connection, int shard, long next) throws SQLException {
    Query.of(connection, sql.get("bump")).bind(next, shard).update();
  }

  /**
   * Moves the shard from one batch to the next, and locks it until the transaction ends. Called
   * first, so that the server knows from then on that the transaction writes, and ends it when this
   * process stands still.
   *
   * @throws StaleShardException if the shard is not where this process left it
   */
  void advance(Connection connection, int shard, long known, long next, int attempts, Lease lease)
      throws SQLException {
    int moved =
        Query.of(connection, sql.get("advance"))
            .bind(next, attempts, lease.owner(), lease.length().toSeconds(), shard, known)
            .update();
    if (moved != 1) {
      throw new StaleShardException(shard);
    }
  }

  void saveMarks(Connection connection, int shard, Map<String, Long> marks) throws SQLException {
    Instant now = clock.instant();
    Query.of(connection, sql.get("saveMark"))
        .updateAll(marks.entrySet(), mark -> List.of(shard, mark.getKey(), mark.getValue(), now));
  }

  /** Forgets producers that sent nothing since a time. */
  void forgetMarks(Instant before) {
    database.change(sql.get("forgetMarks"), before);
  }

  Counter counter(SiteId site) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("counter"))
                .bind(site.value())
                .first(row -> new Counter(row.number("next_visit"), row.integer("next_visitor")))
                .orElse(new Counter(1, 1)));
  }

  void saveCounters(Connection connection, Map<SiteId, Counter> counters) throws SQLException {
    Query.of(connection, sql.get("saveCounter"))
        .updateAll(
            counters.entrySet(),
            entry ->
                List.of(
                    entry.getKey().value(),
                    entry.getValue().nextVisit(),
                    entry.getValue().nextVisitor()));
  }

  void addFates(Connection connection, FateCounts fates) throws SQLException {
    Query.of(connection, sql.get("addFate"))
        .updateAll(
            fates.counts().entrySet(),
            entry ->
                List.of(
                    entry.getKey().day(),
                    entry.getKey().site(),
                    entry.getKey().fate().name(),
                    entry.getKey().fate().reason(),
                    entry.getValue()));
  }

  /** Fates that were counted elsewhere. */
  void addFates(FateCounts fates) {
    FateCounts unused =
        database.write(
            connection -> {
              addFates(connection, fates);
              return fates;
            });
  }

  /** Whether the database refused what it was given, rather than being unable to work. */
  static boolean refusedTheData(DatabaseException e) {
    return e.kind() == DatabaseException.Kind.PACKET_TOO_LARGE
        || e.kind() == DatabaseException.Kind.DUPLICATE
        || (e.getCause() instanceof SQLException cause
            && cause.getSQLState() != null
            && cause.getSQLState().startsWith("22"));
  }
}
