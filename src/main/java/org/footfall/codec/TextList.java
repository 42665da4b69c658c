package org.footfall.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as UTF-8 in one array. Stored as the length that each shares with the text before, the
 * length of the rest, and the rest; so sorted lists are short. Immutable.
 */
public final class TextList {
  public static final int MAX_TEXT_BYTES = 65_535;
  public static final TextList EMPTY = new TextList(new byte[0], new int[0]);

  private static final int MAX_TEXTS = 1 << 20;
  public static final int MAX_BYTES = 1 << 26;

  /** What one byte says of how much texts share; beyond that it is counted anew. */
  private static final int MAX_TOLD = 255;

  private final byte[] bytes;
  private final int[] ends;

  /** What each text shares with the one before; found when somebody asks, or told. */
  private volatile byte[] shared;

  private TextList(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  /**
   * A list over arrays that must not change afterwards.
   *
   * @param ends where each text ends; each begins where the one before ends
   */
  public static TextList over(byte[] bytes, int[] ends) {
    return new TextList(bytes, ends);
  }

  /**
   * As {@link #over(byte[], int[])}.
   *
   * @param shared how many bytes each text has in common with the one before
   */
  public static TextList over(byte[] bytes, int[] ends, int[] shared) {
    TextList list = new TextList(bytes, ends);
    byte[] told = new byte[shared.length];
    for (int i = 0; i < told.length; i++) {
      told[i] = (byte) Math.min(MAX_TOLD, shared[i]);
    }
    list.shared = told;
    return list;
  }

  public static TextList of(List<byte[]> texts) {
    int[] ends = new int[texts.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.addExact(end, texts.get(i).length);
      ends[i] = end;
    }
    byte[] bytes = new byte[end];
    for (int i = 0; i < ends.length; i++) {
      byte[] text = texts.get(i);
      System.arraycopy(text, 0, bytes, ends[i] - text.length, text.length);
    }
    return new TextList(bytes, ends);
  }

  /** The texts of several lists, one after the other. */
  public static TextList joined(List<TextList> lists) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    int texts = 0;
    int length = 0;
    for (TextList list : lists) {
      texts = Math.addExact(texts, list.size());
      length = Math.addExact(length, list.bytes.length);
    }
    int[] ends = new int[texts];
    byte[] bytes = new byte[length];
    int text = 0;
    int at = 0;
    for (TextList list : lists) {
      System.arraycopy(list.bytes, 0, bytes, at, list.bytes.length);
      for (int end : list.ends) {
        ends[text++] = at + end;
      }
      at += list.bytes.length;
    }
    return new TextList(bytes, ends);
  }

  /** Writes some texts of the list. */
  public void encode(int from, int to, Pieces into) {
    long[] same = new long[to - from];
    long[] rest = new long[to - from];
    ByteSink content = new ByteSink();
    for (int i = from; i < to; i++) {
      int common = i == from ? 0 : shared(i);
      same[i - from] = common;
      rest[i - from] = (long) length(i) - common;
      content.put(bytes, start(i) + common, length(i) - common);
    }
    into.add(new ByteSink().varint(to - from).toBytes());
    NumberCoding.encode(same, into);
    NumberCoding.encode(rest, into);
    into.add(content.toBytes());
  }

  public void encode(Pieces into) {
    encode(0, size(), into);
  }

  public static TextList decode(PieceSource from) {
    ByteSource head = from.next();
    int texts = head.count(MAX_TEXTS, "a list of texts");
    long[] shared = NumberCoding.decode(from, texts);
    long[] rest = NumberCoding.decode(from, texts);
    int[] ends = new int[texts];
    int before = 0;
    int end = 0;
    for (int i = 0; i < texts; i++) {
      long length = shared[i] + rest[i];
      if (shared[i] < 0 || shared[i] > before || rest[i] < 0 || rest[i] > MAX_TEXT_BYTES) {
        throw head.damaged("texts of wrong length");
      }
      if (length > MAX_TEXT_BYTES || end + length > MAX_BYTES) {
        throw head.damaged("texts that are too long");
      }
      before = (int) length;
      end += before;
      ends[i] = end;
    }
    byte[] bytes = new byte[end];
    ByteSource content = from.next();
    int start = 0;
    int previous = 0;
    for (int i = 0; i < texts; i++) {
      System.arraycopy(bytes, previous, bytes, start, (int) shared[i]);
      content.take(bytes, start + (int) shared[i], (int) rest[i]);
      previous = start;
      start = ends[i];
    }
    return new TextList(bytes, ends);
  }

  public int size() {
    return ends.length;
  }

  /** The places of the texts in the order of their bytes. */
  public int[] sorted() {
    int[] order = new int[ends.length];
    boolean isSorted = true;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      isSorted &= i == 0 || compare(i - 1, this, i) <= 0;
    }
    return isSorted ? order : new TextSort(this).sort(order);
  }

  /** These texts of the list, in this order. */
  public TextList pick(int[] places) {
    int[] picked = new int[places.length];
    int end = 0;
    for (int i = 0; i < places.length; i++) {
      end = Math.addExact(end, length(places[i]));
      picked[i] = end;
    }
    byte[] content = new byte[end];
    for (int i = 0; i < places.length; i++) {
      int length = length(places[i]);
      System.arraycopy(bytes, start(places[i]), content, picked[i] - length, length);
    }
    return new TextList(content, picked);
  }

  /** What it takes in memory, roughly. */
  public int weight() {
    return 64 + bytes.length + 5 * ends.length;
  }

  /** The array that all texts are in, from {@link #start} to {@link #end}; not to be changed. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] bytes() {
    return bytes;
  }

  public int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  public int end(int index) {
    return ends[index];
  }

  public int length(int index) {
    return ends[index] - start(index);
  }

  /** As stored: what is not UTF-8 grows when it becomes a text and bytes again. */
  public byte[] bytes(int index) {
    return Arrays.copyOfRange(bytes, start(index), ends[index]);
  }

  public String get(int index) {
    return new String(bytes, start(index), length(index), StandardCharsets.UTF_8);
  }

  /** How many bytes a text has in common with the one before it; 0 for the first. */
  public int shared(int index) {
    byte[] told = shared;
    if (told == null) {
      told = new byte[ends.length];
      for (int i = 1; i < told.length; i++) {
        told[i] = (byte) Math.min(MAX_TOLD, shared(i - 1, this, i, 0));
      }
      shared = told;
    }
    int least = told[index] & 0xff;
    return least < MAX_TOLD ? least : MAX_TOLD + shared(index - 1, this, index, MAX_TOLD);
  }

  /**
   * How many bytes a text has in common with one of another list, behind those that are known to be
   * the same.
   */
  public int shared(int one, TextList list, int other, int known) {
    int length = Math.min(length(one), list.length(other)) - known;
    int start = start(one) + known;
    int otherStart = list.start(other) + known;
    int same =
        Arrays.mismatch(bytes, start, start + length, list.bytes, otherStart, otherStart + length);
    return same < 0 ? length : same;
  }

  /** In the order of their bytes, given how many of them are the same. */
  public int compare(int one, TextList list, int other, int same) {
    if (same == length(one) || same == list.length(other)) {
      return length(one) - list.length(other);
    }
    return Byte.compareUnsigned(bytes[start(one) + same], list.bytes[list.start(other) + same]);
  }

  /** In the order of their bytes. */
  public int compare(int one, TextList list, int other) {
    return Arrays.compareUnsigned(
        bytes, start(one), end(one), list.bytes, list.start(other), list.end(other));
  }

  public boolean same(int one, TextList list, int other) {
    return Arrays.equals(
        bytes, start(one), end(one), list.bytes, list.start(other), list.end(other));
  }
}
