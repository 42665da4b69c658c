package org.footfall.visitlog;

import java.util.List;

/** Rows of one table in the order of a segment: site, day, visit, position. */
interface SegmentRows {
  int size();

  /** Whether some row may have a value of the column. */
  boolean holds(Column column);

  /** Whether a visit's row only tells how the visit grew. */
  boolean isGrown(int index);

  long[] numbers(Column column);

  List<String> texts(Column column);

  List<byte[]> bytes(Column column);
}
