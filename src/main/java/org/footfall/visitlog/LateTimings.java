package org.footfall.visitlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.codec.Numbers;
import org.footfall.codec.Told;

/**
 * The columns that say how long a page took to load. A page view often tells that only after it has
 * loaded, in a row of its own that names the page view; readers see it as if the page view had told
 * it at once, and what was told last. The rows stay as they are stored, so that compaction has
 * nothing to do with it.
 */
final class LateTimings {
  private static final long PAGE_VIEW = 1;
  private static final long LATE = 101;

  private final MergedRows rows;

  /** For each late row that of its page view, or −1; empty when there are none. */
  private Map<Integer, Integer> pageOfRow;

  LateTimings(MergedRows rows) {
    this.rows = rows;
  }

  /** Whether there may be some, so that {@link Columns#PAGE_VIEW_ID} is needed. */
  static boolean areIn(List<Segment> segments) {
    for (Segment segment : segments) {
      Numbers kinds = segment.numbers(Columns.KIND);
      for (int row = 0; row < kinds.size(); row++) {
        if (kinds.get(row) == LATE) {
          return true;
        }
      }
    }
    return false;
  }

  /** A column of {@link Columns#TIMES}. */
  Numbers column(Column column) {
    Numbers stored = DayTable.numbers(column, rows);
    if (pageOfRow().isEmpty()) {
      return stored;
    }
    long[] values = new long[rows.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = stored.get(row);
      Integer page = pageOfRow().get(row);
      if (page != null && Told.isThere(values[row])) {
        values[page] = values[row];
      }
    }
    return Numbers.of(values);
  }

  /** Late rows whose page view is there; it comes before them, as rows are in order. */
  private Map<Integer, Integer> pageOfRow() {
    if (pageOfRow == null) {
      pageOfRow = new HashMap<>();
      Numbers kinds = DayTable.numbers(Columns.KIND, rows);
      int from = 0;
      while (from < rows.size() && kinds.get(from) != LATE) {
        from++;
      }
      if (from < rows.size()) {
        find(kinds);
      }
    }
    return pageOfRow;
  }

  /** Page views are looked at only for late rows: a text is made for each that is. */
  private void find(Numbers kinds) {
    Numbers visits = DayTable.numbers(Columns.ACTION_VISIT_ID, rows);
    CodedTexts ids = DayTable.texts(Columns.PAGE_VIEW_ID, rows);
    for (int row = 0; row < rows.size(); row++) {
      if (kinds.get(row) == LATE) {
        String id = ids.get(row);
        int page = row - 1;
        while (page >= 0 && visits.get(page) == visits.get(row)) {
          if (kinds.get(page) == PAGE_VIEW && ids.get(page).equals(id)) {
            pageOfRow.put(row, page);
            break;
          }
          page--;
        }
      }
    }
  }
}
