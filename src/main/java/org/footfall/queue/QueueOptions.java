package org.footfall.queue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the queue works; what {@link QueueSettings} say, as values.
 *
 * @param redis used when {@code kind} is {@link Kind#REDIS}
 * @param spoolDirectory of this process alone
 * @param spoolBytes most bytes of spool files
 * @param waitingBytes most bytes of hits that wait for the writer
 * @param hitsPerEntry most hits of a shard that one round stores
 */
public record QueueOptions(
    Kind kind,
    Durability durability,
    Redis redis,
    Path spoolDirectory,
    long spoolBytes,
    long waitingBytes,
    int hitsPerEntry) {

  /** Where hits wait for the transfer. */
  public enum Kind {
    REDIS,
    SPOOL
  }

  /** What an answered hit survives. */
  public enum Durability {
    /** The end of any process and of the power. */
    POWER,
    /** The end of Footfall; the end of Redis or of the power can cost the last second or two. */
    FAST
  }

  /**
   * Where Redis is.
   *
   * @param address {@code redis://host:port/database} or {@code rediss://…} for TLS
   * @param user empty for the default user
   * @param password empty for none
   * @param timeout for connecting and for every answer
   */
  public record Redis(URI address, String user, String password, Duration timeout) {
    /** Without the password. */
    @Override
    public String toString() {
      return address.toString();
    }
  }

  private static final int SEGMENT_BYTES = 8 << 20;
  private static final int ENTRY_BYTES = 1 << 20;

  /** The queue without Redis. */
  public static QueueOptions spool(Path directory, Durability durability) {
    return new QueueOptions(
        Kind.SPOOL,
        durability,
        null,
        directory,
        QueueSettings.SPOOL_LIMIT.defaultValue(),
        QueueSettings.WAITING_LIMIT.defaultValue(),
        QueueSettings.HITS_PER_ENTRY.defaultValue());
  }

  /** The queue with Redis; the directory takes hits while it is away. */
  public static QueueOptions redis(Redis redis, Path directory, Durability durability) {
    return new QueueOptions(
        Kind.REDIS,
        durability,
        redis,
        directory,
        QueueSettings.SPOOL_LIMIT.defaultValue(),
        QueueSettings.WAITING_LIMIT.defaultValue(),
        QueueSettings.HITS_PER_ENTRY.defaultValue());
  }

  RoundLimits roundLimits() {
    return new RoundLimits(hitsPerEntry, ENTRY_BYTES, waitingBytes);
  }

  SpoolLimits spoolLimits() {
    int segment = (int) Math.max(64 << 10, Math.min(SEGMENT_BYTES, spoolBytes / 8));
    return new SpoolLimits(spoolBytes, segment, durability == Durability.POWER);
  }
}
