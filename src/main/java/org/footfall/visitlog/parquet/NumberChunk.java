package org.footfall.visitlog.parquet;

import java.util.Arrays;
import java.util.Optional;

/** Numbers, days or moments. */
final class NumberChunk extends Chunk {
  private long[] values = new long[1024];
  private int size;

  NumberChunk(String name, Kind kind, boolean optional) {
    super(name, kind, optional);
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    count(true);
  }

  void addAbsent() {
    count(false);
  }

  @Override
  void clear() {
    super.clear();
    size = 0;
  }

  @Override
  int values() {
    return size;
  }

  @Override
  long weight() {
    return (long) size * Long.BYTES;
  }

  @Override
  Optional<Coded> coded() {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    if (distinct == 0 || distinct > size / 2) {
      return Optional.empty();
    }
    int[] codes = new int[size];
    for (int i = 0; i < size; i++) {
      codes[i] = Arrays.binarySearch(sorted, 0, distinct, values[i]);
    }
    Bytes plain = new Bytes();
    for (int i = 0; i < distinct; i++) {
      plain.little(sorted[i], kind().width());
    }
    return Optional.of(new Coded(codes, distinct, plain.toByteArray()));
  }

  @Override
  void plain(int from, int to, Bytes out) {
    for (int i = from; i < to; i++) {
      out.little(values[i], kind().width());
    }
  }

  @Override
  Optional<Bounds> bounds() {
    if (size == 0) {
      return Optional.empty();
    }
    long lowest = values[0];
    long highest = values[0];
    for (int i = 1; i < size; i++) {
      lowest = Math.min(lowest, values[i]);
      highest = Math.max(highest, values[i]);
    }
    return Optional.of(new Bounds(bytes(lowest), bytes(highest)));
  }

  private byte[] bytes(long value) {
    return new Bytes().little(value, kind().width()).toByteArray();
  }
}
