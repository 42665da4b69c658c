package org.footfall.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The transfer's end of the queue. One reader at a time per shard; not thread-safe within a shard.
 */
public interface HitSource {
  /** A read takes no further entry once it has so many bytes of hits. */
  int READ_BYTES = 8 << 20;

  /**
   * Hits read together.
   *
   * @param upTo names the last entry they came from
   * @param more whether others may wait behind them; false when they, or nothing, were the last
   */
  record Batch(List<QueuedHit> hits, String upTo, boolean more) {}

  /**
   * Reads on after the cursor of the shard, which moves; whole entries only, so that slightly more
   * than {@code maxHits} may come, and fewer when they are large ({@link #READ_BYTES}). Empty when
   * nothing waits.
   */
  Batch read(int shard, int maxHits) throws IOException;

  /**
   * Forgets the cursor, and what was committed since it is no longer certain: the next read begins
   * with the oldest entry there is, and nothing is removed before it was read and committed again.
   */
  void rewind(int shard);

  /** Tells that everything up to this entry is committed in the log. */
  void committed(int shard, String upTo);

  /** Removes entries that were committed at least this long ago. */
  void trim(int shard, Duration committedFor) throws IOException;

  /**
   * Tells that hits are missing, as {@link SequenceGaps} found, so that they are counted; to be
   * called once the batch that found it is committed.
   */
  default void lost(long hits) {}

  /**
   * How many hits wait (stored, not yet committed) and the age of the oldest, for all shards. Hits
   * in Redis that were not read yet are estimated from their entries.
   */
  Depth depth() throws IOException;

  /**
   * What waits.
   *
   * @param oldest the age of the oldest of them; zero when there is none
   * @param spooledBytes size of the spool's files
   */
  record Depth(long hits, Duration oldest, long spooledBytes) {}
}
