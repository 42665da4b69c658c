package org.footfall.visitlog;

import org.footfall.codec.Numbers;

/**
 * The columns that say which page was open before an action: those of the nearest earlier action of
 * the visit that was a page view or a search. They follow from the other columns once all actions
 * of a visit are together, and so are not stored.
 */
final class PreviousPages {
  private static final long PAGE_VIEW = 1;
  private static final long SEARCH = 8;

  private final MergedRows rows;
  private int[] previous;

  PreviousPages(MergedRows rows) {
    this.rows = rows;
  }

  Object column(Column column) {
    if (column.equals(Columns.PREVIOUS_URL)) {
      return DayTable.texts(Columns.URL, rows).pick(previous());
    }
    if (column.equals(Columns.PREVIOUS_TITLE)) {
      return DayTable.texts(Columns.TITLE, rows).pick(previous(PAGE_VIEW));
    }
    if (column.equals(Columns.PREVIOUS_SEARCH)) {
      return DayTable.texts(Columns.TITLE, rows).pick(previous(SEARCH));
    }
    if (!column.equals(Columns.PREVIOUS_URL_PREFIX)) {
      throw new IllegalArgumentException("Nothing tells how to derive " + column + ".");
    }
    Numbers prefixes = DayTable.numbers(Columns.URL_PREFIX, rows);
    int[] from = previous();
    long[] values = new long[from.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = from[row] < 0 ? 0 : prefixes.get(from[row]);
    }
    return Numbers.of(values);
  }

  /**
   * For each action the row whose title was open before it, if that is of a kind; else −1. A page
   * without a title leaves the one before it open.
   */
  private int[] previous(long kind) {
    Numbers visits = DayTable.numbers(Columns.ACTION_VISIT_ID, rows);
    Numbers kinds = DayTable.numbers(Columns.KIND, rows);
    CodedTexts titles = DayTable.texts(Columns.TITLE, rows);
    int[] found = new int[rows.size()];
    int open = -1;
    for (int row = 0; row < found.length; row++) {
      if (row > 0 && visits.get(row) != visits.get(row - 1)) {
        open = -1;
      }
      found[row] = open >= 0 && kinds.get(open) == kind ? open : -1;
      boolean page = kinds.get(row) == PAGE_VIEW || kinds.get(row) == SEARCH;
      if (page && titles.code(row) != 0) {
        open = row;
      }
    }
    return found;
  }

  /** For each action the row of the page or search before it, or −1. */
  private int[] previous() {
    if (previous == null) {
      previous = new int[rows.size()];
      Numbers visits = DayTable.numbers(Columns.ACTION_VISIT_ID, rows);
      Numbers kinds = DayTable.numbers(Columns.KIND, rows);
      int page = -1;
      for (int row = 0; row < previous.length; row++) {
        if (row > 0 && visits.get(row) != visits.get(row - 1)) {
          page = -1;
        }
        previous[row] = page;
        if (kinds.get(row) == PAGE_VIEW || kinds.get(row) == SEARCH) {
          page = row;
        }
      }
    }
    return previous;
  }
}
