package org.footfall.visitlog;

import org.footfall.codec.Damage;

/**
 * A stored segment, without its bytes.
 *
 * @param version the batch that wrote it
 */
record SegmentName(long id, int shard, long version) implements Damage {
  @Override
  public DamagedSegmentException of(String what) {
    return new DamagedSegmentException(this, what);
  }

  @Override
  public String toString() {
    return "log segment " + id + " (shard " + shard + ", batch " + version + ")";
  }
}
