package org.footfall.queue;

/**
 * Where the records of one shard lie in the spool, oldest first, in 16 bytes a record, since
 * millions may wait.
 *
 * <p>A position is the number of the segment in the upper 32 bits and the offset in the lower; it
 * only grows. Not thread-safe: the spool guards it.
 */
final class ShardIndex {
  private final LongRing positions = new LongRing();

  /** The length of a record in the upper 32 bits, its number of hits in the lower. */
  private final LongRing sizes = new LongRing();

  private long hits;
  private long last;

  static long position(long segment, long offset) {
    return segment << 32 | offset;
  }

  static long segmentOf(long position) {
    return position >>> 32;
  }

  static long offsetOf(long position) {
    return position & 0xffff_ffffL;
  }

  void add(long position, int length, int count) {
    positions.add(position);
    sizes.add((long) length << 32 | count);
    hits += count;
    last = position;
  }

  /** Removes the oldest record and returns its position. */
  long remove() {
    long position = position(0);
    hits -= count(0);
    positions.removeOldest(1);
    sizes.removeOldest(1);
    return position;
  }

  /** How many of the oldest records are not after this position. */
  int upTo(long position) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position(middle) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long position(int index) {
    return positions.get(index);
  }

  int length(int index) {
    return (int) (sizes.get(index) >>> 32);
  }

  int count(int index) {
    return (int) sizes.get(index);
  }

  int size() {
    return positions.size();
  }

  long hits() {
    return hits;
  }

  /** The position of the youngest record that ever was here; 0 before the first. */
  long last() {
    return last;
  }
}
