package org.footfall.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which way the next hits of a shard go, so that a shard's entries reach Redis in the order
 * of their sequences, whoever brings them.
 *
 * <p>A shard is <i>behind</i> while the spool holds a record of it that Redis has not confirmed.
 * Only when it is not behind, the writer may <i>claim</i> it for a round and write to Redis
 * directly; while it is behind, the writer adds to the spool and the forwarder catches up. The two
 * never work on a shard at once. While the forwarder moves the last record there is, the writer
 * waits for it, shortly: else under load there would always be one more. Nothing of this is stored:
 * after a start, every shard with records in the spool is behind.
 *
 * <p>When Redis has no append-only file, records stay in the spool beyond their forwarding, as
 * copies, until the transfer has committed them; then being behind is a matter of the position up
 * to which Redis has confirmed, not of the spool being empty.
 *
 * <p>What is confirmed is true of one run of Redis only. So whoever writes names the run that was
 * known before the shard was claimed, and nothing is written when another one answers ({@link
 * RedisConnections#call(int, RedisConnections.Work)}): else a hit could enter a Redis that was
 * started empty before the copies of those that came before it, and these would be taken for
 * repetitions.
 */
final class Backlog {
  private static final Duration FINISH_WITHIN = Duration.ofMillis(50);

  private final Spool spool;
  private final Clock clock;
  private final long[] confirmed;
  private final boolean[] busy;
  private final boolean[] lostWhileBusy;
  private final boolean[] finishing;
  private boolean down = true;
  private volatile RedisRun run = RedisRun.NONE;
  private volatile Instant since;

  Backlog(Spool spool, Clock clock) {
    this.spool = spool;
    this.clock = clock;
    this.confirmed = new long[spool.shards()];
    this.busy = new boolean[spool.shards()];
    this.lostWhileBusy = new boolean[spool.shards()];
    this.finishing = new boolean[spool.shards()];
    this.since = clock.instant();
  }

  /** For the writer: whether this shard's entry may go to Redis now. To be freed in any case. */
  synchronized boolean claim(int shard) {
    awaitFinish(shard);
    if (down || busy[shard] || behind(shard)) {
      return false;
    }
    busy[shard] = true;
    return true;
  }

  private void awaitFinish(int shard) {
    long end = System.nanoTime() + FINISH_WITHIN.toNanos();
    try {
      while (finishing[shard] && end - System.nanoTime() > 0) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For the forwarder: whether there is something to move. To be freed when it said so. */
  synchronized boolean claimBehind(int shard) {
    if (busy[shard] || !behind(shard)) {
      return false;
    }
    busy[shard] = true;
    return true;
  }

  synchronized void free(int shard) {
    busy[shard] = false;
    lostWhileBusy[shard] = false;
    finishing[shard] = false;
    notifyAll();
  }

  /**
   * For the forwarder: it is about to move up to this position. If that is all there is, the writer
   * waits a moment for it.
   */
  synchronized void moving(int shard, long upTo) {
    finishing[shard] = upTo == spool.last(shard);
  }

  /** Redis has confirmed a shard's records up to this position; false when it lost them since. */
  synchronized boolean confirmed(int shard, long upTo) {
    if (lostWhileBusy[shard]) {
      return false;
    }
    confirmed[shard] = Math.max(confirmed[shard], upTo);
    return true;
  }

  synchronized long confirmed(int shard) {
    return confirmed[shard];
  }

  /** Redis has lost what it confirmed: whatever the spool still holds is to be moved again. */
  synchronized void lost(int shard) {
    confirmed[shard] = 0;
    lostWhileBusy[shard] = busy[shard];
  }

  private boolean behind(int shard) {
    return spool.entries(shard) > 0 && spool.last(shard) > confirmed[shard];
  }

  /** Hits of a shard that are in the spool and not in Redis. */
  long hitsBehind(int shard) {
    return spool.hits(shard, confirmed(shard));
  }

  /** True when this is news. */
  synchronized boolean redisFailed() {
    boolean news = !down;
    down = true;
    since = since == null ? clock.instant() : since;
    return news;
  }

  /** True when this is news. */
  synchronized boolean redisAnswers() {
    boolean news = down;
    down = false;
    return news;
  }

  synchronized boolean redisReachable() {
    return !down;
  }

  /** Notes since when hits go to the spool, or that they no longer do; true when that ended now. */
  synchronized boolean noteSpooling() {
    boolean spooling = down;
    for (int shard = 0; shard < confirmed.length; shard++) {
      spooling |= behind(shard);
    }
    boolean ended = !spooling && since != null;
    if (spooling) {
      since = since == null ? clock.instant() : since;
    } else {
      since = null;
    }
    return ended;
  }

  /** Since when hits take the way over the spool; empty when they do not. */
  Optional<Instant> spoolingSince() {
    return Optional.ofNullable(since);
  }

  /** The Redis that the answers above are about; asked before a shard is claimed. */
  RedisRun run() {
    return run;
  }

  /** For the forwarder: what Redis promises is known, and what it may have lost was told. */
  void run(RedisRun known) {
    run = known;
  }

  /** Whether every hit is kept in the spool, too, until it is in the log. */
  boolean copying() {
    return run.copying();
  }
}
