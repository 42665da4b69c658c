package org.footfall.visitlog;

import java.util.Arrays;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextList;

/**
 * The distinct texts of dictionaries of several segments, numbered in the order of first use, the
 * empty one first. Texts are compared by keyed hash and bytes.
 */
final class DistinctTexts {
  private Dictionary[] dictionaries = new Dictionary[64];
  private int[] entries = new int[64];
  private int[] slots = new int[256];
  private int size = 1;

  /** The number of a text, a new one for a new text. */
  int add(Dictionary dictionary, int entry) {
    if (dictionary.isEmpty(entry)) {
      return 0;
    }
    int slot = slot(dictionary.hash(entry));
    while (slots[slot] != 0) {
      int code = slots[slot];
      if (dictionaries[code].hash(entries[code]) == dictionary.hash(entry)
          && dictionaries[code].same(entries[code], dictionary, entry)) {
        return code;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == entries.length) {
      dictionaries = Arrays.copyOf(dictionaries, size * 2);
      entries = Arrays.copyOf(entries, size * 2);
    }
    dictionaries[size] = dictionary;
    entries[size] = entry;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int code = 1; code < size; code++) {
      int slot = slot(dictionaries[code].hash(entries[code]));
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
    ByteSink bytes = new ByteSink();
    int[] ends = new int[size];
    for (int code = 1; code < size; code++) {
      TextList texts = dictionaries[code].texts();
      bytes.put(texts.bytes(), texts.start(entries[code]), texts.length(entries[code]));
      ends[code] = bytes.size();
    }
    return TextList.over(bytes.toBytes(), ends);
  }
}
