package org.footfall.visitlog;

import java.util.Arrays;
import java.util.function.Function;
import org.footfall.codec.ByteSink;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Expect.Rule;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.SegmentDays.Entry;

/**
 * What a value will be, guessed from what the segment has told before it. Writer and reader guess
 * alike, so only the difference is stored; rules: {@link Rule}. For texts the numbers are codes.
 */
final class Guess {
  private static final int DAY_SECONDS = 86_400;

  private final SegmentDays days;
  private final Function<Column, NumberColumn> columns;
  private int[] nextVisits;
  private int[] firstActions;
  private int[] lastActions;

  /**
   * @param columns gives the numbers (of texts the codes) of columns that were coded earlier
   */
  Guess(SegmentDays days, Function<Column, NumberColumn> columns) {
    this.days = days;
    this.columns = columns;
  }

  /**
   * Guesses the value of a row, given the column's own values of the rows before it. Of each row it
   * is asked once at most, and in their order.
   */
  interface Rows {
    long expected(int row, long[] before);
  }

  static boolean guesses(Column column) {
    return column.coding() == Coding.DELTA || column.expect().rule() != Rule.NOTHING;
  }

  Rows rows(Column column) {
    Column of = column.expect().of();
    return switch (column.expect().rule()) {
      case NOTHING, COMPANION ->
          column.coding() == Coding.DELTA
              ? (row, before) -> row == 0 ? 0 : before[row - 1]
              : (row, before) -> 0;
      case COLUMN -> {
        NumberColumn other = columns.apply(of);
        yield (row, before) -> other.get(row);
      }
      case CLOCK -> {
        NumberColumn other = columns.apply(of);
        yield (row, before) -> Math.floorMod(other.get(row), DAY_SECONDS);
      }
      case STEP -> {
        NumberColumn visits = columns.apply(Columns.ACTION_VISIT_ID);
        yield (row, before) -> sameVisit(visits, row) ? before[row - 1] + 1 : 0;
      }
      case GROWTH -> {
        NumberColumn visits = columns.apply(Columns.ACTION_VISIT_ID);
        NumberColumn other = columns.apply(of);
        yield (row, before) -> sameVisit(visits, row) ? other.get(row) - other.get(row - 1) : 0;
      }
      case NEXT_VISIT -> nextVisit();
      case ALIKE -> alike(columns.apply(of));
      case FIRST_ACTION -> action(columns.apply(of), firstActions());
      case LAST_ACTION -> action(columns.apply(of), lastActions());
    };
  }

  /**
   * Undoes the guesses of a column of which every row is stored: the values, from what was stored
   * instead.
   */
  void undo(Column column, long[] stored, boolean texts) {
    Rule rule = column.expect().rule();
    if (column.coding() == Coding.DELTA && rule == Rule.NOTHING && !texts) {
      long before = 0;
      for (int row = 0; row < stored.length; row++) {
        before += ByteSink.unzigzag(stored[row]);
        stored[row] = before;
      }
      return;
    }
    if (rule == Rule.STEP || rule == Rule.GROWTH) {
      undoInVisit(column, rule, stored);
      return;
    }
    Rows expected = rows(column);
    for (int row = 0; row < stored.length; row++) {
      long hope = expected.expected(row, stored);
      stored[row] =
          texts
              ? (stored[row] == 0 ? hope : stored[row] - 1)
              : ByteSink.unzigzag(stored[row]) + hope;
    }
  }

  private void undoInVisit(Column column, Rule rule, long[] stored) {
    NumberColumn visits = columns.apply(Columns.ACTION_VISIT_ID);
    NumberColumn other = rule == Rule.STEP ? null : columns.apply(column.expect().of());
    long lastVisit = Long.MIN_VALUE;
    long lastOther = 0;
    for (int row = 0; row < stored.length; row++) {
      long visit = visits.get(row);
      long now = other == null ? 0 : other.get(row);
      boolean same = row > 0 && visit == lastVisit;
      long hope = other == null ? (same ? stored[row - 1] + 1 : 0) : (same ? now - lastOther : 0);
      stored[row] = ByteSink.unzigzag(stored[row]) + hope;
      lastVisit = visit;
      lastOther = now;
    }
  }

  private static boolean sameVisit(NumberColumn visits, int row) {
    return row > 0 && visits.get(row) == visits.get(row - 1);
  }

  private static Rows alike(NumberColumn other) {
    return new Rows() {
      private int[] lastRows = new int[64];

      @Override
      public long expected(int row, long[] before) {
        int code = (int) other.get(row);
        if (code >= lastRows.length) {
          lastRows = Arrays.copyOf(lastRows, Math.max(code + 1, lastRows.length * 2));
        }
        int last = lastRows[code] - 1;
        lastRows[code] = row + 1;
        return last < 0 ? 0 : before[last];
      }
    };
  }

  private static Rows action(NumberColumn other, int[] actions) {
    return (row, before) -> actions[row] < 0 ? 0 : other.get(actions[row]);
  }

  private synchronized Rows nextVisit() {
    NumberColumn visits = columns.apply(Columns.ACTION_VISIT_ID);
    if (nextVisits == null) {
      nextVisits = new int[days.rows(Table.VISIT)];
      Arrays.fill(nextVisits, -1);
      int visit = 0;
      int action = 0;
      for (Entry day : days.entries()) {
        int next = visit;
        for (int row = action; row < action + day.actions(); row++) {
          boolean first = row == action || visits.get(row) != visits.get(row - 1);
          if (first && next < visit + day.visits()) {
            nextVisits[next++] = row;
          }
        }
        visit += day.visits();
        action += day.actions();
      }
    }
    int[] rows = nextVisits;
    return (row, before) ->
        rows[row] >= 0 ? visits.get(rows[row]) : row == 0 ? 0 : before[row - 1] + 1;
  }

  private synchronized int[] firstActions() {
    linkActions();
    return firstActions;
  }

  private synchronized int[] lastActions() {
    linkActions();
    return lastActions;
  }

  /** Finds each visit's actions by walking both tables, which are sorted alike. */
  private synchronized void linkActions() {
    if (firstActions != null) {
      return;
    }
    NumberColumn visits = columns.apply(Columns.VISIT_ID);
    NumberColumn owners = columns.apply(Columns.ACTION_VISIT_ID);
    firstActions = new int[days.rows(Table.VISIT)];
    lastActions = new int[firstActions.length];
    Arrays.fill(firstActions, -1);
    Arrays.fill(lastActions, -1);
    int visit = 0;
    int action = 0;
    for (Entry day : days.entries()) {
      int visitEnd = visit + day.visits();
      int actionEnd = action + day.actions();
      for (; visit < visitEnd; visit++) {
        while (action < actionEnd && owners.get(action) < visits.get(visit)) {
          action++;
        }
        if (action < actionEnd && owners.get(action) == visits.get(visit)) {
          firstActions[visit] = action;
          while (action < actionEnd && owners.get(action) == visits.get(visit)) {
            lastActions[visit] = action++;
          }
        }
      }
      action = actionEnd;
    }
  }
}
