package org.footfall.queue;

/**
 * Where the records of one shard lie in the spool, oldest first: a ring of plain arrays, 16 bytes a
 * record, since millions may wait.
 *
 * <p>A position is the number of the segment in the upper 32 bits and the offset in the lower; it
 * only grows. Not thread-safe: the spool guards it.
 */
final class ShardIndex {
  private long[] positions = new long[16];
  private int[] lengths = new int[16];
  private int[] counts = new int[16];
  private int head;
  private int size;
  private long hits;
  private long bytes;
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
    if (size == positions.length) {
      grow();
    }
    int slot = slot(size++);
    positions[slot] = position;
    lengths[slot] = length;
    counts[slot] = count;
    hits += count;
    bytes += length;
    last = position;
  }

  /** Removes the oldest record and returns its position. */
  long remove() {
    long position = positions[head];
    hits -= counts[head];
    bytes -= lengths[head];
    head = slot(1);
    size--;
    return position;
  }

  /** How many of the oldest records are not after this position. */
  int upTo(long position) {
    int low = 0;
    int high = size;
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
    return positions[slot(index)];
  }

  int length(int index) {
    return lengths[slot(index)];
  }

  int count(int index) {
    return counts[slot(index)];
  }

  int size() {
    return size;
  }

  long hits() {
    return hits;
  }

  long bytes() {
    return bytes;
  }

  /** The position of the youngest record that ever was here; 0 before the first. */
  long last() {
    return last;
  }

  private int slot(int index) {
    return (head + index) & (positions.length - 1);
  }

  private void grow() {
    long[] grownPositions = new long[size * 2];
    int[] grownLengths = new int[size * 2];
    int[] grownCounts = new int[size * 2];
    for (int i = 0; i < size; i++) {
      int slot = slot(i);
      grownPositions[i] = positions[slot];
      grownLengths[i] = lengths[slot];
      grownCounts[i] = counts[slot];
    }
    positions = grownPositions;
    lengths = grownLengths;
    counts = grownCounts;
    head = 0;
  }
}
