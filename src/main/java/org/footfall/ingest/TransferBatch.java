package org.footfall.ingest;

import java.util.List;
import java.util.Map;
import org.footfall.queue.SequenceGaps;
import org.footfall.visitlog.LogBatch;

/** The hits of one transaction and what the steps have made of them so far. */
final class TransferBatch {
  final ShardState shard;
  final List<Draft> drafts;

  /** Marks that move with the batch, by producer. */
  final Map<String, Long> marks;

  final FateCounts fates = new FateCounts();

  /** The rows of the log. */
  final LogBatch rows;

  /** Hits that are missing between those that came. */
  final long lost;

  /** What the shard's count of attempts becomes with the batch. */
  final int attempts;

  /**
   * @param number of the batch
   */
  TransferBatch(
      ShardState shard, long number, List<Draft> drafts, SequenceGaps gaps, int attempts) {
    this.shard = shard;
    this.drafts = drafts;
    this.marks = gaps.moved();
    this.lost = gaps.lost();
    this.attempts = attempts;
    this.rows = new LogBatch(shard.number(), number);
  }
}
