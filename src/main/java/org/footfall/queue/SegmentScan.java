package org.footfall.queue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the records of a segment file, also of a damaged one.
 *
 * <p>Records follow each other without a space. Where one is not valid, the scan looks at every
 * following byte for the next valid one; what lies between is broken. Broken bytes at the very end
 * are the tail: in the youngest file that is the record that a crash tore.
 */
final class SegmentScan {
  /** Where a valid record lies. */
  record Found(int offset, int length) {}

  /** Bytes between records that are none. */
  record Broken(int offset, int length) {}

  private final List<Found> records = new ArrayList<>();
  private final List<Broken> broken = new ArrayList<>();
  private int end;

  /** Scans a part of a segment file that begins at {@code base}. */
  static SegmentScan of(ByteBuffer file, long segment, long base) {
    SegmentScan scan = new SegmentScan();
    int bad = -1;
    int index = 0;
    while (index < file.limit()) {
      int length = SpoolRecord.lengthAt(file, index, segment, base);
      if (length < 0) {
        bad = bad < 0 ? index : bad;
        index++;
        continue;
      }
      if (bad >= 0) {
        scan.broken.add(new Broken(bad, index - bad));
        bad = -1;
      }
      scan.records.add(new Found(index, length));
      index += length;
      scan.end = index;
    }
    return scan;
  }

  List<Found> records() {
    return records;
  }

  /** Broken places that a valid record follows. */
  List<Broken> broken() {
    return broken;
  }

  /** Behind the last valid record; what follows is the tail. */
  int end() {
    return end;
  }
}
