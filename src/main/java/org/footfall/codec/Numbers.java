package org.footfall.codec;

import java.util.List;

/** Whole numbers in as few bytes each as their range needs. Immutable. */
public final class Numbers {
  private final int size;
  private final long base;
  private final byte[] bytes;
  private final short[] shorts;
  private final int[] ints;
  private final long[] longs;

  private Numbers(int size, long base, byte[] bytes, short[] shorts, int[] ints, long[] longs) {
    this.size = size;
    this.base = base;
    this.bytes = bytes;
    this.shorts = shorts;
    this.ints = ints;
    this.longs = longs;
  }

  /** The same number many times. */
  public static Numbers constant(int size, long value) {
    return new Numbers(size, value, null, null, null, null);
  }

  /** Keeps the array if it is the smallest form: it must not change afterwards. */
  public static Numbers of(long[] values) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    if (values.length == 0 || min == max) {
      return constant(values.length, values.length == 0 ? 0 : min);
    }
    long range = max - min;
    if (range < 0 || range > 0xffff_ffffL) {
      return new Numbers(values.length, 0, null, null, null, values);
    }
    if (range > 0xffff) {
      int[] ints = new int[values.length];
      for (int i = 0; i < ints.length; i++) {
        ints[i] = (int) (values[i] - min);
      }
      return new Numbers(values.length, min, null, null, ints, null);
    }
    if (range > 0xff) {
      short[] shorts = new short[values.length];
      for (int i = 0; i < shorts.length; i++) {
        shorts[i] = (short) (values[i] - min);
      }
      return new Numbers(values.length, min, null, shorts, null, null);
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] - min);
    }
    return new Numbers(values.length, min, bytes, null, null, null);
  }

  /** Keeps the array, whose bytes are without sign: it must not change afterwards. */
  static Numbers of(long base, byte[] bytes) {
    return new Numbers(bytes.length, base, bytes, null, null, null);
  }

  /** Several columns, one below the other. */
  public static Numbers joined(List<Numbers> all) {
    Numbers first = all.get(0);
    int size = all.stream().mapToInt(Numbers::size).sum();
    if (all.stream().allMatch(one -> one.isConstant() && one.base == first.base)) {
      return constant(size, first.base);
    }
    if (all.size() == 1) {
      return first;
    }
    long[] values = new long[size];
    int at = 0;
    for (Numbers one : all) {
      for (int i = 0; i < one.size; i++) {
        values[at++] = one.get(i);
      }
    }
    return of(values);
  }

  public int size() {
    return size;
  }

  /** Whether all are 0, told at a glance. */
  public boolean isZero() {
    return base == 0 && isConstant();
  }

  private boolean isConstant() {
    return bytes == null && shorts == null && ints == null && longs == null;
  }

  /** What it takes in memory, roughly. */
  public int weight() {
    int weight = 64;
    weight += bytes == null ? 0 : bytes.length;
    weight += shorts == null ? 0 : 2 * shorts.length;
    weight += ints == null ? 0 : 4 * ints.length;
    weight += longs == null ? 0 : 8 * longs.length;
    return weight;
  }

  /** The number at a place. */
  public long get(int row) {
    if (bytes != null) {
      return base + (bytes[row] & 0xff);
    }
    if (shorts != null) {
      return base + (shorts[row] & 0xffff);
    }
    if (ints != null) {
      return base + (ints[row] & 0xffff_ffffL);
    }
    if (longs != null) {
      return longs[row];
    }
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException(row);
    }
    return base;
  }

  /** Adds each number to the one at its place of others. */
  public void addTo(long[] sums, int[] places) {
    if (bytes != null) {
      for (int row = 0; row < size; row++) {
        sums[places[row]] += base + (bytes[row] & 0xff);
      }
    } else if (shorts != null) {
      for (int row = 0; row < size; row++) {
        sums[places[row]] += base + (shorts[row] & 0xffff);
      }
    } else if (base != 0 || ints != null || longs != null) {
      for (int row = 0; row < size; row++) {
        sums[places[row]] = sum(sums[places[row]], get(row));
      }
    }
  }

  /** What two numbers add up to; beyond what a number can be, the most or least that it can. */
  public static long sum(long a, long b) {
    long sum = a + b;
    boolean wrapped = ((a ^ sum) & (b ^ sum)) < 0;
    return !wrapped ? sum : a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
