package org.footfall.report;

import java.util.BitSet;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * The selected visits of a part, in the order of their visitors, and where each one's actions are.
 * In that order "was it the same visitor who was counted here last?" tells unique visitors without
 * any set. A visitor without an ordinal (no cookie) is told apart by the visitor id, which is good
 * for the day.
 */
final class PartRows {
  private final LogTable visits;
  private final LogTable actions;
  private final int[] visitorOfRow;
  private final int[] order;
  private final int visitors;
  private final People people;
  private final int[] persons;
  private final LongIntMap known = new LongIntMap();
  private final int[] placeEnds;
  private int[] actionStarts;
  private int[] actionEnds;
  private Conversions conversions;
  private Strays strays;

  /**
   * @param actions null when nobody looks at actions
   * @param selected rows of visits, or null for all
   * @param people who are told whom groups count; null where nobody asks for that
   */
  PartRows(LogTable visits, LogTable actions, BitSet selected, People people) {
    this.people = people;
    this.visits = visits;
    this.actions = actions;
    this.visitorOfRow = new int[visits.rows()];
    NumberColumn ordinals = visits.number(Columns.VISITOR_ORDINAL);
    NumberColumn ids = visits.number(Columns.VISITOR_ID);
    LongIntMap strangers = new LongIntMap();
    int count = 0;
    for (int row = 0; row < visitorOfRow.length; row++) {
      if (selected == null || selected.get(row)) {
        long ordinal = ordinals.get(row);
        visitorOfRow[row] = ordinal > 0 ? known.add(ordinal) : -1 - strangers.add(ids.get(row));
        count++;
      } else {
        visitorOfRow[row] = Integer.MAX_VALUE;
      }
    }
    for (int row = 0; row < visitorOfRow.length; row++) {
      if (visitorOfRow[row] < 0) {
        visitorOfRow[row] = known.size() - 1 - visitorOfRow[row];
      }
    }
    this.visitors = known.size() + strangers.size();
    this.persons = people == null ? null : persons(ordinals, ids);
    this.placeEnds = new int[visitors];
    this.order = inOrder(count);
    if (actions != null) {
      linkActions();
    }
  }

  /** The number of each visitor among all days' people. */
  private int[] persons(NumberColumn ordinals, NumberColumn ids) {
    int[] numbers = new int[visitors];
    for (int row = 0; row < visitorOfRow.length; row++) {
      if (visitorOfRow[row] != Integer.MAX_VALUE) {
        numbers[visitorOfRow[row]] = people.visitor(ordinals.get(row), ids.get(row));
      }
    }
    return numbers;
  }

  /** A counting sort. */
  private int[] inOrder(int count) {
    int[] next = new int[visitors + 1];
    for (int visitor : visitorOfRow) {
      if (visitor != Integer.MAX_VALUE) {
        next[visitor + 1]++;
      }
    }
    for (int i = 0; i < visitors; i++) {
      next[i + 1] += next[i];
    }
    int[] rows = new int[count];
    for (int row = 0; row < visitorOfRow.length; row++) {
      if (visitorOfRow[row] != Integer.MAX_VALUE) {
        rows[next[visitorOfRow[row]]++] = row;
      }
    }
    System.arraycopy(next, 0, placeEnds, 0, visitors);
    return rows;
  }

  /** Both tables are sorted by visit. */
  private void linkActions() {
    NumberColumn visitIds = visits.number(Columns.VISIT_ID);
    NumberColumn owners = actions.number(Columns.ACTION_VISIT_ID);
    actionStarts = new int[visits.rows()];
    actionEnds = new int[visits.rows()];
    int action = 0;
    for (int row = 0; row < actionStarts.length; row++) {
      long id = visitIds.get(row);
      while (action < actions.rows() && owners.get(action) < id) {
        action++;
      }
      actionStarts[row] = action;
      while (action < actions.rows() && owners.get(action) == id) {
        action++;
      }
      actionEnds[row] = action;
    }
  }

  LogTable visits() {
    return visits;
  }

  LogTable actions() {
    return actions;
  }

  /** How many visits are selected. */
  int size() {
    return order.length;
  }

  /** The visit's row at a place in the order of visitors. */
  int row(int place) {
    return order[place];
  }

  /** The number of a visit's visitor, from 0 on. */
  int visitor(int row) {
    return visitorOfRow[row];
  }

  /** Null where nobody asks for them. */
  People people() {
    return people;
  }

  /** The number of a visit's visitor among {@link #people()}; 0 where nobody asks for them. */
  int person(int row) {
    return persons == null ? 0 : persons[visitorOfRow[row]];
  }

  /** Whether a visit is of the visitor with this ordinal. */
  boolean isOf(int row, long ordinal) {
    return known.find(ordinal) == visitorOfRow[row];
  }

  /** The place of the first visit of the visitor with this ordinal. */
  int firstOf(long ordinal) {
    int visitor = known.find(ordinal);
    return visitor <= 0 ? 0 : placeEnds[visitor - 1];
  }

  /** The place after that visitor's last visit; 0 without any. */
  int endOf(long ordinal) {
    int visitor = known.find(ordinal);
    return visitor < 0 ? 0 : placeEnds[visitor];
  }

  /** Found once. */
  Strays strays() {
    if (strays == null) {
      strays = new Strays(this);
    }
    return strays;
  }

  /** Found once. */
  Conversions conversions() {
    if (conversions == null) {
      conversions = Conversions.of(this);
    }
    return conversions;
  }

  int firstAction(int row) {
    return actionStarts[row];
  }

  /** The row after the visit's last action. */
  int endOfActions(int row) {
    return actionEnds[row];
  }
}
