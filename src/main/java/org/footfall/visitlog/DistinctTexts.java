package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextList;

/**
 * The distinct texts of dictionaries of several segments, numbered in the order in which they were
 * added, the empty one first. Texts are compared by keyed hash and bytes, and are copied, so that
 * no dictionary is held.
 */
final class DistinctTexts {
  private static final int BLOCK_BYTES = 1 << 20;

  /** Texts lie in one of these as a whole; one long array would have to be copied as it grows. */
  private final List<ByteSink> blocks = new ArrayList<>(List.of(new ByteSink()));

  private int[] blockOf = new int[64];
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
      blockOf = Arrays.copyOf(blockOf, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    ByteSink block = blocks.get(blocks.size() - 1);
    if (block.size() + texts.length(entry) > BLOCK_BYTES) {
      block = new ByteSink();
      blocks.add(block);
    }
    block.put(texts.bytes(), texts.start(entry), texts.length(entry));
    ends[size] = block.size();
    blockOf[size] = blocks.size() - 1;
    hashes[size] = hash;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private boolean same(int code, TextList texts, int entry) {
    int length = texts.length(entry);
    int start = ends[code] - length;
    boolean fits = start == start(code);
    return fits
        && Arrays.equals(
            blocks.get(blockOf[code]).array(),
            start,
            ends[code],
            texts.bytes(),
            texts.start(entry),
            texts.end(entry));
  }

  private int start(int code) {
    return blockOf[code] == blockOf[code - 1] ? ends[code - 1] : 0;
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
    if (blocks.size() == 1) {
      return TextList.over(blocks.get(0).array(), Arrays.copyOf(ends, size));
    }
    int length = 0;
    for (ByteSink block : blocks) {
      length = Math.addExact(length, block.size());
    }
    byte[] bytes = new byte[length];
    int[] all = new int[size];
    int end = 0;
    int block = -1;
    for (int code = 1; code < size; code++) {
      if (blockOf[code] != block) {
        block = blockOf[code];
        System.arraycopy(blocks.get(block).array(), 0, bytes, end, blocks.get(block).size());
      }
      end += ends[code] - start(code);
      all[code] = end;
    }
    return TextList.over(bytes, all);
  }
}
