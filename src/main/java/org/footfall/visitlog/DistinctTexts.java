package org.footfall.visitlog;

import java.util.Arrays;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextList;

/**
 * The distinct texts of dictionaries of several segments, numbered in the order in which they were
 * added, the empty one first. Texts are compared by keyed hash and bytes, and are copied, so that
 * no dictionary is held.
 */
final class DistinctTexts {
  private final ByteSink bytes = new ByteSink();
  private int[] ends = new int[64];
  private long[] hashes = new long[64];
  private int[] slots = new int[256];
  private int size = 1;

  /** The number of a text, a new one for a new text. */
  int add(Dictionary dictionary, int entry) {
    if (dictionary.isEmpty(entry)) {
      return 0;
    }
    long hash = dictionary.hash(entry);
    TextList texts = dictionary.texts();
    int slot = slot(hash);
    while (slots[slot] != 0) {
      int code = slots[slot];
      if (hashes[code] == hash && same(code, texts, entry)) {
        return code;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    bytes.put(texts.bytes(), texts.start(entry), texts.length(entry));
    ends[size] = bytes.size();
    hashes[size] = hash;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private boolean same(int code, TextList texts, int entry) {
    return Arrays.equals(
        bytes.array(),
        ends[code - 1],
        ends[code],
        texts.bytes(),
        texts.start(entry),
        texts.end(entry));
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int code = 1; code < size; code++) {
      int slot = slot(hashes[code]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = code;
    }
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
  }

  TextList list() {
    return TextList.over(bytes.toBytes(), Arrays.copyOf(ends, size));
  }
}
