package org.footfall.visitlog;

/**
 * A stored segment, without its bytes.
 *
 * @param version the batch that wrote it
 */
record SegmentName(long id, int shard, long version) {
  @Override
  public String toString() {
    return "log segment " + id + " (shard " + shard + ", batch " + version + ")";
  }
}
