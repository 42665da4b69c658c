package org.footfall.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol;

/**
 * Watches Redis, and moves what is in the spool to it.
 *
 * <p><b>Idea.</b> A round takes from every shard that is behind the oldest records, as many as fit
 * into one entry, makes one entry of them, and sends all shards' entries together, as the writer
 * does. Records are joined when they are of one producer and their sequences follow each other; the
 * hits keep producer and sequence. One entry a shard and round: of two, the first could be refused
 * and the second stored.
 *
 * <p><b>A crash</b>, or an answer that does not come, between the moving and the shortening of the
 * spool: the records are moved again, and the transfer drops them.
 *
 * <p>Redis counts as reachable from the moment this thread has had an answer, and what it promises
 * ({@link RedisDurability}) is asked before that, whenever another run of it answers.
 */
final class Forwarder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long ASK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long COPIES_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long CLOSE_WITHIN_MILLIS = 10_000;

  private record Move(HitEntry entry, long upTo) {}

  private final RedisConnections redis;
  private final StreamWriter stream;
  private final Spool spool;
  private final Backlog backlog;
  private final Copies copies;
  private final RoundLimits limits;
  private final QueueMetrics metrics;
  private final Thread thread;
  private volatile RedisDurability durability = RedisDurability.UNKNOWN;
  private volatile boolean closed;
  private volatile String trouble = "";
  private long lookedAt;
  private long askedAt;
  private long copiesLookedAt = System.nanoTime();

  Forwarder(
      RedisConnections redis,
      Spool spool,
      Backlog backlog,
      Copies copies,
      RoundLimits limits,
      QueueMetrics metrics) {
    this.redis = redis;
    this.stream = new StreamWriter(redis, metrics);
    this.spool = spool;
    this.backlog = backlog;
    this.copies = copies;
    this.limits = limits;
    this.metrics = metrics;
    this.thread = new Thread(this::work, "footfall-queue-forwarder");
    thread.setDaemon(true);
  }

  /** Looks at Redis once, so that the first hits already go the right way, and goes on alone. */
  void start() {
    turn();
    thread.start();
  }

  /** What the Redis that answers promises. */
  RedisDurability durability() {
    return durability;
  }

  /** Why hits wait in the spool; empty when they do not. */
  String trouble() {
    return trouble;
  }

  /** Whether the thread is there to move hits; false after a fault that ended it. */
  boolean isWorking() {
    return thread.isAlive();
  }

  private void work() {
    while (!closed) {
      if (!turn()) {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
  }

  /** True when there may be more to move at once. */
  private boolean turn() {
    try {
      return lookAndMove();
    } catch (RuntimeException | Error e) {
      LOG.error("Moving hits from the spool to Redis failed unexpectedly; tried again", e);
      return false;
    }
  }

  private boolean lookAndMove() {
    try {
      look();
      boolean moved = forward();
      if (backlog.copying() && System.nanoTime() - copiesLookedAt > COPIES_EVERY_NANOS) {
        copiesLookedAt = System.nanoTime();
        copies.release();
      }
      if (backlog.noteSpooling()) {
        LOG.info("Hits go to Redis directly");
      }
      if (backlog.spoolingSince().isEmpty()) {
        trouble = "";
      }
      return moved;
    } catch (IOException e) {
      trouble = e.getMessage();
      if (e instanceof RedisUnavailable && backlog.redisFailed()) {
        LOG.warn("Hits go to the disk spool until Redis answers again ({})", e.getMessage());
      }
      return false;
    }
  }

  private void look() throws RedisUnavailable {
    long now = System.nanoTime();
    if (backlog.redisReachable() && now - lookedAt < LOOK_EVERY_NANOS) {
      return;
    }
    redis.call(connection -> connection.run(RedisConnection.Command.of(Protocol.Command.PING)));
    lookedAt = now;
    int epoch = redis.epoch();
    boolean another = backlog.run().epoch() != epoch;
    if (another || now - askedAt > ASK_EVERY_NANOS) {
      ask(epoch, another);
      askedAt = now;
    }
    if (backlog.redisAnswers() && spool.hits() > 0) {
      LOG.info("Redis answers; {} hits in the spool are moved to it", spool.hits());
    }
  }

  private void ask(int epoch, boolean another) throws RedisUnavailable {
    RedisDurability found = redis.call(RedisDurability::ask);
    if (another || found.appendOnly() != durability.appendOnly()) {
      copies.redisIsAnother();
    }
    durability = found;
    backlog.run(new RedisRun(epoch, !found.appendOnly()));
  }

  private boolean forward() throws IOException {
    List<Integer> claimed = new ArrayList<>();
    try {
      List<Move> moves = new ArrayList<>();
      for (int shard = 0; shard < spool.shards(); shard++) {
        if (backlog.claimBehind(shard)) {
          claimed.add(shard);
          addMove(shard, moves);
        }
      }
      return !moves.isEmpty() && forward(moves);
    } finally {
      claimed.forEach(backlog::free);
    }
  }

  private void addMove(int shard, List<Move> moves) throws IOException {
    SpoolReader.Batch batch =
        spool.read(shard, backlog.confirmed(shard), limits.hitsPerEntry(), limits.entryBytes());
    if (batch.entries().isEmpty()) {
      done(shard, batch.upTo());
      return;
    }
    List<HitEntry> joined = new ArrayList<>();
    int hits = 0;
    int bytes = 0;
    for (HitEntry entry : batch.entries()) {
      boolean fits =
          hits + entry.count() <= limits.hitsPerEntry()
              && bytes + entry.hits().length <= limits.entryBytes();
      if (!joined.isEmpty() && !(fits && joined.get(joined.size() - 1).isFollowedBy(entry))) {
        break;
      }
      joined.add(entry);
      hits += entry.count();
      bytes += entry.hits().length;
    }
    long upTo = batch.positions().get(joined.size() - 1);
    backlog.moving(shard, upTo);
    moves.add(new Move(HitEntry.join(joined), upTo));
  }

  private boolean forward(List<Move> moves) throws IOException {
    List<StreamWriter.Answer> answers =
        stream.add(backlog.run(), moves.stream().map(Move::entry).toList());
    boolean moved = false;
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      StreamWriter.Answer answer = answers.get(i);
      if (!answer.stored()) {
        trouble = "Redis: " + answer.refusal().getMessage();
        continue;
      }
      moved = true;
      metrics.forwarded(move.entry);
      int shard = move.entry.shard();
      if (backlog.copying()) {
        copies.confirmed(shard, move.upTo, answer.id());
      } else {
        done(shard, move.upTo);
      }
    }
    return moved;
  }

  private void done(int shard, long upTo) {
    if (backlog.confirmed(shard, upTo) && !backlog.copying()) {
      spool.release(shard, upTo);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSE_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
