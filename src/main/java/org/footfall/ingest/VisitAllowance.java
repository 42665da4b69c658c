package org.footfall.ingest;

/**
 * Shares the memory for visits among the shards: one may take what the others leave, and each has
 * its equal part in any case. One thread at a time.
 */
final class VisitAllowance {
  private final int most;
  private final int[] held;
  private int all;

  /**
   * @param most visits in memory, over all shards
   */
  VisitAllowance(int most, int shards) {
    this.most = most;
    this.held = new int[shards];
  }

  /** Most visits that a shard may keep now. */
  int of(int shard) {
    return Math.max(most / held.length, most - (all - held[shard]));
  }

  /** The shard keeps so many. */
  void holds(int shard, int visits) {
    all += visits - held[shard];
    held[shard] = visits;
  }
}
