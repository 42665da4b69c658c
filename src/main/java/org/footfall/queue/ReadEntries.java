package org.footfall.queue;

/**
 * The entries of a stream that were read and not yet removed, oldest first, in 32 bytes an entry,
 * since a backlog can be millions. Not thread-safe.
 */
final class ReadEntries {
  private final LongRing millis = new LongRing();
  private final LongRing numbers = new LongRing();
  private final LongRing received = new LongRing();
  private final LongRing hits = new LongRing();

  void add(StreamId id, long receivedMillis, int count) {
    millis.add(id.millis());
    numbers.add(id.number());
    received.add(receivedMillis);
    hits.add(count);
  }

  void removeOldest(int count) {
    millis.removeOldest(count);
    numbers.removeOldest(count);
    received.removeOldest(count);
    hits.removeOldest(count);
  }

  void clear() {
    millis.clear();
    numbers.clear();
    received.clear();
    hits.clear();
  }

  int size() {
    return millis.size();
  }

  StreamId id(int index) {
    return new StreamId(millis.get(index), numbers.get(index));
  }

  long received(int index) {
    return received.get(index);
  }

  int hits(int index) {
    return (int) hits.get(index);
  }
}
