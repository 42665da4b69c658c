package org.footfall.queue;

/**
 * The entries of a stream that were read and not yet removed, oldest first: a ring of plain arrays,
 * 28 bytes an entry, since a backlog can be millions. Not thread-safe.
 */
final class ReadEntries {
  private long[] millis = new long[16];
  private long[] numbers = new long[16];
  private long[] received = new long[16];
  private int[] hits = new int[16];
  private int head;
  private int size;

  void add(StreamId id, long receivedMillis, int count) {
    if (size == millis.length) {
      grow();
    }
    int slot = slot(size++);
    millis[slot] = id.millis();
    numbers[slot] = id.number();
    received[slot] = receivedMillis;
    hits[slot] = count;
  }

  void removeOldest(int count) {
    head = slot(count);
    size -= count;
  }

  void clear() {
    head = 0;
    size = 0;
  }

  int size() {
    return size;
  }

  StreamId id(int index) {
    return new StreamId(millis[slot(index)], numbers[slot(index)]);
  }

  long received(int index) {
    return received[slot(index)];
  }

  int hits(int index) {
    return hits[slot(index)];
  }

  private int slot(int index) {
    return (head + index) & (millis.length - 1);
  }

  private void grow() {
    long[] grownMillis = new long[size * 2];
    long[] grownNumbers = new long[size * 2];
    long[] grownReceived = new long[size * 2];
    int[] grownHits = new int[size * 2];
    for (int i = 0; i < size; i++) {
      int slot = slot(i);
      grownMillis[i] = millis[slot];
      grownNumbers[i] = numbers[slot];
      grownReceived[i] = received[slot];
      grownHits[i] = hits[slot];
    }
    millis = grownMillis;
    numbers = grownNumbers;
    received = grownReceived;
    hits = grownHits;
    head = 0;
  }
}
