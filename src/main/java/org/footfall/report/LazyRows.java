package org.footfall.report;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Rows that are made each time somebody looks at them, for lists too long to be kept as objects.
 */
final class LazyRows extends AbstractList<Row> implements RandomAccess {
  private final int size;
  private final IntFunction<Row> make;

  LazyRows(int size, IntFunction<Row> make) {
    this.size = size;
    this.make = make;
  }

  @Override
  public Row get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return make.apply(index);
  }

  @Override
  public int size() {
    return size;
  }
}
