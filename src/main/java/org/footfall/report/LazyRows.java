package org.footfall.report;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Rows that are made each time somebody looks at them, for lists too long to be kept as objects.
 */
final class LazyRows extends AbstractList<Row> implements RandomAccess {
  private final int size;
  private final Maker maker;

  /** Makes rows, and tells a number of one without making it. */
  interface Maker {
    Row row(int index);

    /** {@link Row#value}. */
    long value(int index, Metric metric);
  }

  LazyRows(int size, Maker maker) {
    this.size = size;
    this.maker = maker;
  }

  @Override
  public Row get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return maker.row(index);
  }

  @Override
  public int size() {
    return size;
  }

  long value(int index, Metric metric) {
    return maker.value(index, metric);
  }
}
