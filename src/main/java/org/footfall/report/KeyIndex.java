package org.footfall.report;

import java.util.Arrays;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextHash;
import org.footfall.codec.TextList;

/** Numbers distinct byte strings 0, 1, 2 … in the order they are met. */
final class KeyIndex {
  /** Keyed, so that nobody can send addresses that fall on each other. */
  private static final TextHash HASH = TextHash.random();

  private final ByteSink bytes = new ByteSink();
  private int[] ends = new int[16];
  private int[] hashes = new int[16];
  private int[] slots = new int[64];
  private int size;

  /** The keys of a list by their places. */
  static KeyIndex of(TextList keys) {
    KeyIndex index = new KeyIndex();
    for (int key = 0; key < keys.size(); key++) {
      int unused = index.add(keys.bytes(), keys.start(key), keys.end(key));
    }
    return index;
  }

  int size() {
    return size;
  }

  /** The key's number, a new one for a new key. */
  int add(byte[] key, int from, int to) {
    int hash = (int) HASH.of(key, from, to);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (hashes[known] == hash
          && Arrays.equals(bytes.array(), start(known), ends[known], key, from, to)) {
        return known;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    bytes.put(key, from, to - from);
    ends[size] = bytes.size();
    hashes[size] = hash;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int key = 0; key < size; key++) {
      int slot = hashes[key] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = key + 1;
    }
  }

  private int start(int key) {
    return key == 0 ? 0 : ends[key - 1];
  }

  /** Appends a key's bytes. */
  void put(int key, ByteSink to) {
    to.put(bytes.array(), start(key), ends[key] - start(key));
  }

  /** All keys by number. */
  TextList list() {
    return TextList.over(bytes.toBytes(), Arrays.copyOf(ends, size));
  }
}
