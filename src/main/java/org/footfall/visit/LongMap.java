package org.footfall.visit;

import java.util.function.Consumer;

/**
 * A hash map from numbers to objects, for millions of entries: 12 bytes an entry and load instead
 * of the 60 of a {@code HashMap<Long, V>}. Open addressing, linear probing; removing moves later
 * entries of a run up, so that nothing piles up.
 */
final class LongMap<V> {
  private static final int FIRST_CAPACITY = 16;

  private long[] keys = new long[FIRST_CAPACITY];
  private Object[] values = new Object[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  /** The value, or null. */
  @SuppressWarnings("unchecked")
  V get(long key) {
    int at = find(key);
    return (V) values[at];
  }

  /** Sets a value, which is not null. */
  void put(long key, V value) {
    int at = find(key);
    if (values[at] == null && ++size > values.length / 4 * 3) {
      grow();
      at = find(key);
    }
    keys[at] = key;
    values[at] = value;
  }

  void remove(long key) {
    int hole = find(key);
    if (values[hole] == null) {
      return;
    }
    size--;
    int mask = values.length - 1;
    for (int at = hole + 1 & mask; values[at] != null; at = at + 1 & mask) {
      int home = home(keys[at]);
      boolean stays = hole <= at ? hole < home && home <= at : hole < home || home <= at;
      if (!stays) {
        keys[hole] = keys[at];
        values[hole] = values[at];
        hole = at;
      }
    }
    values[hole] = null;
  }

  @SuppressWarnings("unchecked")
  void forEach(Consumer<V> work) {
    for (Object value : values) {
      if (value != null) {
        work.accept((V) value);
      }
    }
  }

  /** Where the key is, or the empty place where it would go. */
  private int find(long key) {
    int mask = values.length - 1;
    int at = home(key);
    while (values[at] != null && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private int home(long key) {
    return (int) ConfigId.mix(key) & values.length - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new Object[oldValues.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
