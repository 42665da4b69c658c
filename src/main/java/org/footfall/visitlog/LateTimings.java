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

  private final Gathering actions;

  /** For each late row that of its page view, or −1; empty when there are none. */
  private Map<Integer, Integer> pageOfRow;

  LateTimings(Gathering actions) {
    this.actions = actions;
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
    Numbers stored = actions.numbers(column);
    if (pageOfRow().isEmpty()) {
      return stored;
    }
    long[] values = new long[actions.rows().size()];
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
      Numbers kinds = actions.numbers(Columns.KIND);
      int from = 0;
      while (from < actions.rows().size() && kinds.get(from) != LATE) {
        from++;
      }
      if (from < actions.rows().size()) {
        find(kinds);
      }
    }
    return pageOfRow;
  }

  /** One walk through each visit that has late rows. */
  private void find(Numbers kinds) {
    Numbers visits = actions.numbers(Columns.ACTION_VISIT_ID);
    CodedTexts ids = actions.texts(Columns.PAGE_VIEW_ID, actions.codes(Columns.PAGE_VIEW_ID));
    int start = 0;
    while (start < actions.rows().size()) {
      int end = start;
      boolean late = false;
      while (end < actions.rows().size() && visits.get(end) == visits.get(start)) {
        late |= kinds.get(end++) == LATE;
      }
      if (late) {
        Map<String, Integer> pages = new HashMap<>();
        for (int row = start; row < end; row++) {
          if (kinds.get(row) == PAGE_VIEW) {
            pages.put(ids.get(row), row);
          } else if (kinds.get(row) == LATE && pages.containsKey(ids.get(row))) {
            pageOfRow.put(row, pages.get(ids.get(row)));
          }
        }
      }
      start = end;
    }
  }
}
