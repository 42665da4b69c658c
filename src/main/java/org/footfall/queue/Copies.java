package org.footfall.queue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Lets go of the copies that the spool keeps for a Redis without an append-only file.
 *
 * <p><b>Idea.</b> The transfer, which may run on another machine, removes entries from the stream
 * some time after it has committed them. So a copy whose entry has an id below the oldest one in
 * the stream is in the log, and is needed no more. For each shard it is noted now and then which id
 * Redis gave to the record at which position; once the stream has passed such a note, everything up
 * to that position is released.
 *
 * <p><b>When Redis loses data</b> the stream is gone, or its last id is below one it had given:
 * then all copies still here are moved to Redis again, in order. The same happens after another run
 * of Redis answers, and after a restart of Footfall, which knows no ids any more. The transfer
 * drops what it has seen.
 */
final class Copies {
  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

  /** Redis gave {@code id} to the record at {@code position}. */
  private record Note(long position, StreamId id) {}

  private static final class Notes {
    private Note latest;
    private final Deque<Note> older = new ArrayDeque<>();
  }

  private final RedisConnections redis;
  private final Spool spool;
  private final Backlog backlog;
  private final Notes[] notes;

  Copies(RedisConnections redis, Spool spool, Backlog backlog) {
    this.redis = redis;
    this.spool = spool;
    this.backlog = backlog;
    this.notes = new Notes[spool.shards()];
    for (int shard = 0; shard < notes.length; shard++) {
      notes[shard] = new Notes();
    }
  }

  /** Redis has stored a shard's records up to a position, the last one under this id. */
  void confirmed(int shard, long position, StreamId id) {
    synchronized (notes[shard]) {
      if (backlog.confirmed(shard, position)) {
        notes[shard].latest = new Note(position, id);
      }
    }
  }

  /** Another run of Redis answers, which may have lost anything. */
  void redisIsAnother() {
    for (int shard = 0; shard < notes.length; shard++) {
      lost(shard);
    }
  }

  private void lost(int shard) {
    synchronized (notes[shard]) {
      notes[shard].latest = null;
      notes[shard].older.clear();
      backlog.lost(shard);
    }
  }

  /** Asks Redis how far the transfer is and releases what is in the log. */
  void release() throws IOException {
    for (int shard = 0; shard < notes.length; shard++) {
      Note latest = note(shard);
      if (latest != null) {
        release(shard, latest);
      }
    }
  }

  /** Puts the latest note to the older ones; null when there is none at all. */
  private Note note(int shard) {
    synchronized (notes[shard]) {
      Note latest = notes[shard].latest;
      if (latest != null && !latest.equals(notes[shard].older.peekLast())) {
        notes[shard].older.add(latest);
      }
      return notes[shard].older.peekLast();
    }
  }

  private void release(int shard, Note latest) throws IOException {
    Object answer =
        redis.call(
            connection ->
                connection
                    .run(
                        List.of(
                            RedisConnection.Command.of(
                                Protocol.Command.XINFO, "STREAM", StreamEntry.key(shard))))
                    .get(0));
    if (answer instanceof JedisDataException && isGone(answer)) {
      reportLoss(shard);
      return;
    }
    if (!(answer instanceof List<?> stream)) {
      return;
    }
    StreamId last = StreamId.parse(RedisReply.text(RedisReply.field(stream, "last-generated-id")));
    if (last.compareTo(latest.id) < 0) {
      reportLoss(shard);
      return;
    }
    Object first = RedisReply.field(stream, "first-entry");
    StreamId oldest =
        first instanceof List<?> entry && !entry.isEmpty()
            ? StreamId.parse(RedisReply.text(entry.get(0)))
            : new StreamId(Long.MAX_VALUE, 0);
    releaseBelow(shard, oldest);
  }

  private static boolean isGone(Object answer) {
    return String.valueOf(((JedisDataException) answer).getMessage()).contains("no such key");
  }

  private void reportLoss(int shard) {
    LOG.warn("Redis has lost hits of shard {}; their copies are moved to it again", shard);
    lost(shard);
  }

  private void releaseBelow(int shard, StreamId oldest) throws IOException {
    long upTo = 0;
    synchronized (notes[shard]) {
      Deque<Note> older = notes[shard].older;
      while (!older.isEmpty() && older.peek().id.compareTo(oldest) < 0) {
        upTo = older.remove().position;
      }
      if (notes[shard].latest != null && notes[shard].latest.position == upTo) {
        notes[shard].latest = null;
      }
    }
    if (upTo > 0) {
      spool.release(shard, upTo);
    }
  }
}
