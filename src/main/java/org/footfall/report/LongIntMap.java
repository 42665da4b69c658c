package org.footfall.report;

import java.util.Arrays;

/** Numbers dense indexes 0, 1, 2 … for longs, in the order they are first seen. */
final class LongIntMap {
  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  LongIntMap() {
    Arrays.fill(values, -1);
  }

  int size() {
    return size;
  }

  /** The key's index, or -1 for one that was never added. */
  int find(long key) {
    return values[slot(key)];
  }

  /** The key's index; a new one for a new key. */
  int add(long key) {
    int slot = slot(key);
    if (values[slot] < 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      values[slot] = size++;
    }
    return values[slot];
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int mask = keys.length - 1;
    int slot = (int) (mixed ^ (mixed >>> 32)) & mask;
    while (values[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    Arrays.fill(values, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
