package org.footfall.report;

import java.util.List;
import java.util.function.IntPredicate;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who made each visit of a day, as dense numbers. A visitor without an ordinal (no cookie) is told
 * apart by the visitor id, which is good for the day.
 */
final class Visitors {
  static final List<Column> COLUMNS = List.of(Columns.VISITOR_ORDINAL, Columns.VISITOR_ID);

  private final int[] visitorOfRow;
  private final RoaringBitmap known = new RoaringBitmap();
  private final LongIntMap strangers = new LongIntMap();

  /**
   * @param these rows of the visits that count; of others nothing is known
   */
  Visitors(LogTable visits, IntPredicate these) {
    NumberColumn ordinals = visits.number(Columns.VISITOR_ORDINAL);
    NumberColumn ids = visits.number(Columns.VISITOR_ID);
    LongIntMap dense = new LongIntMap();
    visitorOfRow = new int[visits.rows()];
    for (int row = 0; row < visitorOfRow.length; row++) {
      long ordinal = ordinals.get(row);
      if (ordinal > 0 && these.test(row)) {
        known.add((int) ordinal);
        visitorOfRow[row] = dense.add(ordinal);
      }
    }
    for (int row = 0; row < visitorOfRow.length; row++) {
      if (ordinals.get(row) <= 0 && these.test(row)) {
        visitorOfRow[row] = dense.size() + strangers.add(ids.get(row));
      }
    }
  }

  int of(int row) {
    return visitorOfRow[row];
  }

  RoaringBitmap known() {
    return known;
  }

  long strangers() {
    return strangers.size();
  }
}
