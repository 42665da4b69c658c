package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.footfall.queue.RedisConnection.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Reads one stream from the oldest entry on, and removes what was committed.
 *
 * <p><b>Idea.</b> How far the transfer is stands in the log, as marks of sequences, and nowhere
 * else. The cursor here lives in memory and only saves work; forgetting it is always right, and so
 * it is forgotten at the least doubt.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>Every entry is read, also one that Redis, after it lost data or its clock went back, puts
 *       behind the cursor: another run of Redis makes the reader begin anew, and whenever nothing
 *       more comes, the number of entries in the stream must be the number of those read and not
 *       removed, counted in the same transaction; else it begins anew.
 *   <li>Only entries that were read and committed are removed, by their ids: never a range.
 *   <li>What is read at once is bounded in hits and in bytes ({@link HitSource#READ_BYTES}), and
 *       what Redis is asked for at once is, too ({@link PageSize}).
 * </ul>
 *
 * <p><b>A crash</b> forgets the cursor: everything that is still in the stream is read again, and
 * dropped by the marks.
 */
final class StreamReader {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
  private static final int REMOVED_AT_ONCE = 1000;

  private record Committed(StreamId upTo, Instant at) {}

  private final int shard;
  private final RedisConnections redis;
  private final QueueMetrics metrics;
  private final Clock clock;
  private final ReadEntries read = new ReadEntries();
  private final Deque<Committed> removable = new ArrayDeque<>();
  private PageSize pageSize = new PageSize();
  private StreamId cursor = StreamId.BEFORE_ALL;
  private int committed;
  private long waitingHits;
  private long hitsRead;
  private long entriesRead;
  private int epoch;
  private boolean doubtful;

  StreamReader(int shard, RedisConnections redis, QueueMetrics metrics, Clock clock) {
    this.shard = shard;
    this.redis = redis;
    this.metrics = metrics;
    this.clock = clock;
  }

  synchronized HitSource.Batch read(int maxHits) throws RedisUnavailable {
    if (doubtful) {
      rewind();
    }
    Piece read = new Piece();
    boolean again = true;
    boolean rewound = false;
    while (again && read.hits.size() < maxHits && read.bytes < HitSource.READ_BYTES) {
      again = readSome(read, maxHits);
      if (doubtful && read.hits.isEmpty() && !rewound) {
        rewind();
        rewound = true;
        again = true;
      }
    }
    return new HitSource.Batch(read.hits, cursor.toString(), again || doubtful);
  }

  /** What one call has read so far. */
  private static final class Piece {
    private final List<QueuedHit> hits = new ArrayList<>();
    private long bytes;
  }

  /** Reads a piece; false when the stream had no more. */
  private boolean readSome(Piece into, int maxHits) throws RedisUnavailable {
    int count = pageSize.next(maxHits - into.hits.size(), HitSource.READ_BYTES - into.bytes);
    List<Object> answers =
        redis.call(
            connection -> {
              noticeRestart(into.hits);
              return doubtful
                  ? List.of()
                  : connection.atomically(
                      List.of(
                          StreamEntry.range(shard, cursor, count),
                          Command.of(Protocol.Command.XLEN, StreamEntry.key(shard))));
            });
    if (doubtful) {
      return false;
    }
    if (answers.get(0) instanceof JedisDataException refusal) {
      throw new RedisUnavailable("Redis: " + refusal.getMessage(), refusal);
    }
    List<?> elements = (List<?>) answers.get(0);
    int before = into.hits.size();
    long largest = 0;
    for (Object element : elements) {
      long bytes = take(element, into.hits);
      into.bytes += bytes;
      largest = Math.max(largest, bytes);
    }
    pageSize.learn(elements.size(), into.hits.size() - before, largest);
    if (elements.size() == count) {
      return true;
    }
    doubtful = RedisReply.number(answers.get(1)) != read.size();
    return false;
  }

  /** Called with a connection at hand, since only a new one can tell of another run. */
  private void noticeRestart(List<QueuedHit> hits) {
    int now = redis.epoch();
    if (epoch != now) {
      doubtful = entriesRead > 0 || !hits.isEmpty();
      epoch = now;
    }
  }

  /** Takes an entry; its size in bytes. */
  private int take(Object element, List<QueuedHit> hits) {
    StreamEntry entry = StreamEntry.of(shard, element);
    List<QueuedHit> unpacked = unpack(entry);
    hits.addAll(unpacked);
    cursor = entry.id();
    long received = entry.hits() == null ? entry.id().millis() : entry.hits().receivedMillis();
    read.add(entry.id(), received, unpacked.size());
    waitingHits += unpacked.size();
    hitsRead += unpacked.size();
    entriesRead++;
    return entry.hits() == null ? 0 : entry.hits().hits().length;
  }

  private List<QueuedHit> unpack(StreamEntry entry) {
    try {
      if (entry.hits() != null) {
        return entry.hits().unpack();
      }
    } catch (MalformedEntry e) {
      LOG.debug("A malformed entry", e);
    }
    LOG.error(
        "The entry {} of {} is not ours or damaged; it is skipped",
        entry.id(),
        StreamEntry.key(shard));
    metrics.setAside();
    return List.of();
  }

  synchronized void rewind() {
    cursor = StreamId.BEFORE_ALL;
    read.clear();
    pageSize = new PageSize();
    removable.clear();
    committed = 0;
    waitingHits = 0;
    doubtful = false;
  }

  synchronized void committed(String upTo) {
    StreamId last = StreamId.parse(upTo);
    int before = committed;
    while (committed < read.size() && read.id(committed).compareTo(last) <= 0) {
      waitingHits -= read.hits(committed++);
    }
    if (committed > before) {
      removable.add(new Committed(last, clock.instant()));
    }
  }

  synchronized void trim(Duration committedFor) throws RedisUnavailable {
    Instant until = clock.instant().minus(committedFor);
    StreamId upTo = null;
    for (Committed next = removable.peek();
        next != null && !next.at.isAfter(until);
        next = removable.peek()) {
      upTo = next.upTo;
      removable.remove();
    }
    while (upTo != null && committed > 0 && read.id(0).compareTo(upTo) <= 0) {
      removeSome(upTo);
    }
  }

  private void removeSome(StreamId upTo) throws RedisUnavailable {
    List<byte[]> arguments = new ArrayList<>();
    arguments.add(StreamEntry.key(shard).getBytes(UTF_8));
    int count = 0;
    while (count < Math.min(committed, REMOVED_AT_ONCE) && read.id(count).compareTo(upTo) <= 0) {
      arguments.add(read.id(count++).toString().getBytes(UTF_8));
    }
    Command remove = new Command(Protocol.Command.XDEL, arguments.toArray(byte[][]::new));
    redis.call(connection -> connection.run(remove));
    read.removeOldest(count);
    committed -= count;
  }

  /** What waits in the stream. */
  synchronized HitSource.Depth depth() throws RedisUnavailable {
    List<Object> answers =
        redis.call(
            connection ->
                connection.atomically(
                    List.of(
                        StreamEntry.range(shard, cursor, 1),
                        Command.of(Protocol.Command.XLEN, StreamEntry.key(shard)))));
    long hits = waitingHits;
    long oldest = committed < read.size() ? read.received(committed) : Long.MAX_VALUE;
    List<?> next = answers.get(0) instanceof List<?> list ? list : List.of();
    if (!next.isEmpty()) {
      StreamEntry entry = StreamEntry.of(shard, next.get(0));
      long unread = Math.max(1, RedisReply.number(answers.get(1)) - read.size());
      int inFirst = entry.hits() == null ? 0 : entry.hits().count();
      long perEntry = entriesRead == 0 ? inFirst : Math.max(1, hitsRead / entriesRead);
      hits += inFirst + (unread - 1) * perEntry;
      oldest = Math.min(oldest, entry.hits() == null ? oldest : entry.hits().receivedMillis());
    }
    return new HitSource.Depth(hits, Ages.since(oldest, clock), 0);
  }
}
