package org.footfall.queue;

/** A queue of plain numbers that grows as needed: millions may wait. Not thread-safe. */
final class LongRing {
  private static final int FIRST_CAPACITY = 16;

  private long[] values = new long[FIRST_CAPACITY];
  private int head;
  private int size;

  void add(long value) {
    if (size == values.length) {
      grow();
    }
    values[slot(size)] = value;
    size++;
  }

  /** The oldest has index 0. */
  long get(int index) {
    return values[slot(index)];
  }

  void removeOldest(int count) {
    head = slot(count);
    size -= count;
  }

  void clear() {
    values = new long[FIRST_CAPACITY];
    head = 0;
    size = 0;
  }

  int size() {
    return size;
  }

  private int slot(int index) {
    return (head + index) & (values.length - 1);
  }

  private void grow() {
    long[] grown = new long[size * 2];
    for (int i = 0; i < size; i++) {
      grown[i] = get(i);
    }
    values = grown;
    head = 0;
  }
}
