package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.footfall.queue.RedisConnection.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol;

/**
 * What an operator can do with a queue from the command line, whether or not a server uses it at
 * that moment.
 */
public final class QueueAdmin {
  private static final Logger LOG = LoggerFactory.getLogger(QueueAdmin.class);
  private static final int ENTRIES_AT_ONCE = 16;

  /**
   * What waits in a shard, committed hits included that were not trimmed yet.
   *
   * @param oldest zero when nothing is there
   * @param bytes in Redis or in the spool
   */
  public record ShardStatus(
      int shard, long entries, long hits, Duration oldest, long bytes, boolean inSpool) {}

  /** All shards that hold anything, and how many broken places of the spool were set aside. */
  public record Status(List<ShardStatus> shards, int setAside) {
    public Status {
      shards = List.copyOf(shards);
    }

    public long hits() {
      return shards.stream().mapToLong(ShardStatus::hits).sum();
    }
  }

  /**
   * What became of the places that were set aside.
   *
   * @param hits put into the queue again
   * @param unreadable places of which nothing could be read; they stay
   */
  public record Replayed(int places, long hits, int unreadable) {}

  private final QueueOptions options;
  private final int shards;
  private final Clock clock;

  public QueueAdmin(QueueOptions options, int shards, Clock clock) {
    this.options = options;
    this.shards = shards;
    this.clock = clock;
  }

  /** Counts; reads everything that waits, and changes nothing. */
  public Status status() throws IOException {
    List<ShardStatus> found = new ArrayList<>();
    if (options.kind() == QueueOptions.Kind.REDIS) {
      try (RedisConnection redis = RedisConnection.open(options.redis())) {
        for (int shard = 0; shard < shards; shard++) {
          found.add(inRedis(redis, shard));
        }
      }
    }
    found.addAll(inSpool());
    found.removeIf(shard -> shard.entries == 0);
    return new Status(found, setAside().waiting().size());
  }

  private ShardStatus inRedis(RedisConnection redis, int shard) throws RedisUnavailable {
    Count count = new Count(shard);
    StreamId cursor = StreamId.BEFORE_ALL;
    List<?> page;
    do {
      page = (List<?>) redis.run(StreamEntry.range(shard, cursor, ENTRIES_AT_ONCE));
      for (Object element : page) {
        StreamEntry entry = StreamEntry.of(shard, element);
        cursor = entry.id();
        count.add(entry.hits());
      }
    } while (!page.isEmpty());
    Object bytes =
        redis
            .run(List.of(Command.of(Protocol.Command.MEMORY, "USAGE", StreamEntry.key(shard))))
            .get(0);
    return count.status(bytes instanceof Long number ? number : 0, false, clock);
  }

  private List<ShardStatus> inSpool() throws IOException {
    List<Count> counts = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      counts.add(new Count(shard));
    }
    for (long number : segments()) {
      ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(segment(number)));
      for (SegmentScan.Found found : SegmentScan.of(file, number, 0).records()) {
        try {
          HitEntry entry = SpoolRecord.body(SpoolRecord.bodyAt(file, found.offset()));
          if (entry.shard() < shards) {
            counts.get(entry.shard()).add(entry);
            counts.get(entry.shard()).bytes += found.length();
          }
        } catch (MalformedEntry e) {
          throw new IOException("The spool file " + segment(number) + " is of a newer Footfall", e);
        }
      }
    }
    return new ArrayList<>(
        counts.stream().map(count -> count.status(count.bytes, true, clock)).toList());
  }

  /**
   * Puts the hits that can still be read in places set aside into the queue again, as new ones:
   * those that were processed before the damage are counted twice. Without Redis the server must be
   * stopped.
   */
  public Replayed replay() throws IOException {
    int places = 0;
    long hits = 0;
    int unreadable = 0;
    SetAside setAside = setAside();
    List<Path> waiting = setAside.waiting();
    if (waiting.isEmpty()) {
      return new Replayed(0, 0, 0);
    }
    try (ReplayWriter target = ReplayWriter.open(options, shards, clock)) {
      for (Path place : waiting) {
        List<HitQueue.Payload> salvaged = salvage(place);
        if (salvaged.isEmpty()) {
          unreadable++;
          continue;
        }
        target.store(salvaged);
        setAside.replayed(place);
        places++;
        hits += salvaged.size();
      }
    }
    return new Replayed(places, hits, unreadable);
  }

  /** The hits of records whose form is right although their checksum is not. */
  private List<HitQueue.Payload> salvage(Path place) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(place));
    List<HitQueue.Payload> salvaged = new ArrayList<>();
    for (int at = 0; at + SpoolRecord.HEADER < bytes.limit(); at++) {
      if (bytes.getInt(at) != SpoolRecord.MAGIC) {
        continue;
      }
      try {
        HitEntry entry = SpoolRecord.body(SpoolRecord.bodyAt(bytes, at));
        if (entry.shard() < shards) {
          entry.unpack().forEach(h -> salvaged.add(new HitQueue.Payload(h.shard(), h.payload())));
        }
      } catch (MalformedEntry e) {
        LOG.debug("A record at {} of {} is too broken", at, place, e);
      }
    }
    return salvaged;
  }

  /**
   * Removes every hit that waits, for good; ask {@link #status} and the operator before. The spool
   * is emptied only while no server uses it, else this fails before anything is removed.
   *
   * @return how many hits there were
   */
  public long drop() throws IOException {
    try (SpoolDirectory directory = SpoolDirectory.open(options.spoolDirectory())) {
      long hits = status().hits();
      for (long number : segments()) {
        Files.delete(directory.segment(number));
      }
      if (options.kind() == QueueOptions.Kind.REDIS) {
        try (RedisConnection redis = RedisConnection.open(options.redis())) {
          for (int shard = 0; shard < shards; shard++) {
            redis.run(Command.of(Protocol.Command.XTRIM, StreamEntry.key(shard), "MAXLEN", "0"));
          }
        }
      }
      return hits;
    }
  }

  private SetAside setAside() {
    return new SetAside(options.spoolDirectory().resolve("set-aside"));
  }

  private List<Long> segments() throws IOException {
    return Files.isDirectory(options.spoolDirectory())
        ? SpoolDirectory.segments(options.spoolDirectory())
        : List.of();
  }

  private Path segment(long number) {
    return SpoolDirectory.segment(options.spoolDirectory(), number);
  }

  private static final class Count {
    private final int shard;
    private long entries;
    private long hits;
    private long oldest = Long.MAX_VALUE;
    private long bytes;

    Count(int shard) {
      this.shard = shard;
    }

    void add(HitEntry entry) {
      entries++;
      if (entry != null) {
        hits += entry.count();
        oldest = Math.min(oldest, entry.receivedMillis());
      }
    }

    ShardStatus status(long size, boolean inSpool, Clock clock) {
      return new ShardStatus(shard, entries, hits, Ages.since(oldest, clock), size, inSpool);
    }
  }
}
