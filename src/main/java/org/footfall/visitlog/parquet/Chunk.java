package org.footfall.visitlog.parquet;

import java.util.Arrays;
import java.util.Optional;

/** What one column holds of the row group that is being filled. */
abstract class Chunk {
  private final String name;
  private final Kind kind;
  private final boolean optional;
  private int[] levels = new int[1024];
  private int rows;

  /**
   * @param optional whether a value may be absent
   */
  Chunk(String name, Kind kind, boolean optional) {
    this.name = name;
    this.kind = kind;
    this.optional = optional;
  }

  final String name() {
    return name;
  }

  final Kind kind() {
    return kind;
  }

  final boolean optional() {
    return optional;
  }

  final int rows() {
    return rows;
  }

  /** 1 for each row with a value, 0 for each without. */
  final int[] levels() {
    return levels;
  }

  /** One more row. */
  final void count(boolean present) {
    if (rows == levels.length) {
      levels = Arrays.copyOf(levels, 2 * rows);
    }
    levels[rows++] = present ? 1 : 0;
  }

  /** Forgets all rows. */
  void clear() {
    rows = 0;
  }

  /** How many values there are, absent ones not counted. */
  abstract int values();

  /** Bytes held, roughly. */
  abstract long weight();

  /** A code for each value and what the codes mean, if that is shorter than the values. */
  abstract Optional<Coded> coded();

  /** Values as they are. */
  abstract void plain(int from, int to, Bytes out);

  /** Lowest and highest value as bytes, where readers can make use of them. */
  abstract Optional<Bounds> bounds();

  /**
   * @param codes one for each value
   * @param size how many codes there are
   * @param plain what they stand for, in order
   */
  record Coded(int[] codes, int size, byte[] plain) {}

  /** The lowest and the highest value. */
  record Bounds(byte[] lowest, byte[] highest) {}
}
