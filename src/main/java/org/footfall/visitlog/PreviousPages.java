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

  private final Gathering actions;
  private int[] previous;

  PreviousPages(Gathering actions) {
    this.actions = actions;
  }

  /** The column whose texts a column has: its own, or that of the earlier action. */
  static Column textsOf(Column column) {
    if (column.equals(Columns.PREVIOUS_URL)) {
      return Columns.URL;
    }
    boolean title = column.equals(Columns.PREVIOUS_TITLE) || column.equals(Columns.PREVIOUS_SEARCH);
    return title ? Columns.TITLE : column;
  }

  /** The numbers of such a column, or the codes of its texts. */
  Numbers numbers(Column column) {
    if (column.equals(Columns.PREVIOUS_URL)) {
      return pick(actions.codes(Columns.URL), previous());
    }
    if (column.equals(Columns.PREVIOUS_TITLE)) {
      return pick(actions.codes(Columns.TITLE), previous(PAGE_VIEW));
    }
    if (column.equals(Columns.PREVIOUS_SEARCH)) {
      return pick(actions.codes(Columns.TITLE), previous(SEARCH));
    }
    if (column.equals(Columns.PREVIOUS_URL_PREFIX)) {
      return pick(actions.numbers(Columns.URL_PREFIX), previous());
    }
    throw new IllegalArgumentException("Nothing tells how to derive " + column + ".");
  }

  private static Numbers pick(Numbers numbers, int[] rows) {
    long[] picked = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = rows[i] < 0 ? 0 : numbers.get(rows[i]);
    }
    return Numbers.of(picked);
  }

  /**
   * For each action the row whose title was open before it, if that is of a kind; else −1. A page
   * without a title leaves the one before it open.
   */
  private int[] previous(long kind) {
    Numbers visits = actions.numbers(Columns.ACTION_VISIT_ID);
    Numbers kinds = actions.numbers(Columns.KIND);
    Numbers titles = actions.codes(Columns.TITLE);
    int[] found = new int[actions.rows().size()];
    int open = -1;
    for (int row = 0; row < found.length; row++) {
      if (row > 0 && visits.get(row) != visits.get(row - 1)) {
        open = -1;
      }
      found[row] = open >= 0 && kinds.get(open) == kind ? open : -1;
      boolean page = kinds.get(row) == PAGE_VIEW || kinds.get(row) == SEARCH;
      if (page && titles.get(row) != 0) {
        open = row;
      }
    }
    return found;
  }

  /** For each action the row of the page or search before it, or −1. */
  private int[] previous() {
    if (previous == null) {
      previous = new int[actions.rows().size()];
      Numbers visits = actions.numbers(Columns.ACTION_VISIT_ID);
      Numbers kinds = actions.numbers(Columns.KIND);
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
