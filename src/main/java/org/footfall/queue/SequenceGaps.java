package org.footfall.queue;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells hits that come again from new ones, and counts what never came.
 *
 * <p>For each producer of a shard a mark is kept: the highest sequence that was seen. Hits of a
 * producer come in the order of their sequences, some of them repeatedly, so one at or below the
 * mark was seen before; one beyond the next was preceded by hits that are lost, since sequences
 * have no gaps of their own. Not thread-safe; to be made anew for each attempt at a batch.
 */
public final class SequenceGaps {
  private final Map<String, Long> stored;
  private final Map<String, Long> moved = new HashMap<>();
  private final Instant marksSince;
  private long lost;

  /**
   * @param stored the marks of the shard by producer
   * @param marksSince marks of producers that began earlier may have been forgotten: of those
   *     without a mark nothing before the first hit counts as lost
   */
  public SequenceGaps(Map<String, Long> stored, Instant marksSince) {
    this.stored = stored;
    this.marksSince = marksSince;
  }

  /** Whether the hit was not seen before; moves the mark and counts the gap when it was not. */
  public boolean isNew(QueuedHit hit) {
    Long mark = moved.getOrDefault(hit.producer(), stored.get(hit.producer()));
    if (mark != null && hit.sequence() <= mark) {
      return false;
    }
    if (mark != null) {
      lost += hit.sequence() - mark - 1;
    } else if (startOf(hit.producer()).isAfter(marksSince)) {
      lost += hit.sequence() - 1;
    }
    moved.put(hit.producer(), hit.sequence());
    return true;
  }

  /** Hits that are missing between those that came. */
  public long lost() {
    return lost;
  }

  /** The marks that moved, to be stored with the batch. */
  public Map<String, Long> moved() {
    return Map.copyOf(moved);
  }

  /** When a producer began; the epoch for a name that does not tell. */
  private static Instant startOf(String producer) {
    int dash = producer.indexOf('-');
    try {
      return dash < 1
          ? Instant.EPOCH
          : Instant.ofEpochSecond(Long.parseLong(producer.substring(0, dash), 32));
    } catch (NumberFormatException | DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
