package org.footfall.segment;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * Selects the visits of one part. Conditions on visits, and those that no action may meet, choose
 * visits; all others choose actions, of which a visit needs one that is left at the end.
 */
final class Evaluation {
  private final LogTable visits;
  private final LogTable actions;
  private final SiteClock clock;
  private int[] visitOfAction;

  /**
   * @param actions null if no condition looks at actions
   */
  Evaluation(LogTable visits, LogTable actions, ZoneHistory zones) {
    this.visits = visits;
    this.actions = actions;
    this.clock = new SiteClock(zones);
  }

  static Set<Column> visitColumns(List<List<Condition>> clauses) {
    Set<Column> columns = new HashSet<>(columns(clauses, false));
    if (!columns(clauses, true).isEmpty()) {
      columns.add(Columns.VISIT_ID);
    }
    return columns;
  }

  static Set<Column> actionColumns(List<List<Condition>> clauses) {
    Set<Column> columns = new HashSet<>(columns(clauses, true));
    if (!columns.isEmpty()) {
      columns.add(Columns.ACTION_VISIT_ID);
    }
    return columns;
  }

  private static Set<Column> columns(List<List<Condition>> clauses, boolean ofActions) {
    Set<Column> columns = new HashSet<>();
    for (List<Condition> any : clauses) {
      for (Condition condition : any) {
        if (condition.ofActions() == ofActions) {
          columns.addAll(condition.columns());
        }
      }
    }
    return columns;
  }

  Selected select(List<List<Condition>> clauses) {
    BitSet selected = all(visits.rows());
    BitSet left = null;
    BitSet idle = null;
    for (List<Condition> any : clauses) {
      BitSet chosen = chosenVisits(any);
      if (any.stream().noneMatch(Evaluation::choosesActions)) {
        selected.and(chosen);
        continue;
      }
      if (left == null) {
        left = all(actions.rows());
        idle = idleVisits();
      }
      left.and(chosenActions(any, chosen));
      idle.and(chosen);
    }
    if (left != null) {
      idle.or(visitsOf(left));
      selected.and(idle);
    }
    return new Selected(selected, visits.rows());
  }

  private static boolean choosesActions(Condition condition) {
    return condition.ofActions() && !condition.negated() && !condition.dimension().ofConversions();
  }

  private BitSet chosenVisits(List<Condition> any) {
    BitSet chosen = new BitSet(visits.rows());
    for (Condition condition : any) {
      if (!choosesActions(condition)) {
        BitSet agreeing =
            condition.ofActions() ? visitsOf(rows(condition, actions)) : rows(condition, visits);
        if (condition.negated()) {
          agreeing.flip(0, visits.rows());
        }
        chosen.or(agreeing);
      }
    }
    return chosen;
  }

  private BitSet chosenActions(List<Condition> any, BitSet chosenVisits) {
    BitSet chosen = new BitSet(actions.rows());
    for (Condition condition : any) {
      if (choosesActions(condition)) {
        chosen.or(rows(condition, actions));
      }
    }
    if (!chosenVisits.isEmpty()) {
      int[] visitOf = visitOfAction();
      for (int row = 0; row < visitOf.length; row++) {
        if (visitOf[row] >= 0 && chosenVisits.get(visitOf[row])) {
          chosen.set(row);
        }
      }
    }
    return chosen;
  }

  private BitSet rows(Condition condition, LogTable table) {
    IntPredicate agrees = condition.rows(table, clock);
    BitSet rows = new BitSet(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      if (agrees.test(row)) {
        rows.set(row);
      }
    }
    return rows;
  }

  private BitSet visitsOf(BitSet rows) {
    int[] visitOf = visitOfAction();
    BitSet found = new BitSet(visits.rows());
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (visitOf[row] >= 0) {
        found.set(visitOf[row]);
      }
    }
    return found;
  }

  /** Visits without any action. */
  private BitSet idleVisits() {
    BitSet idle = visitsOf(all(actions.rows()));
    idle.flip(0, visits.rows());
    return idle;
  }

  private static BitSet all(int rows) {
    BitSet all = new BitSet(rows);
    all.set(0, rows);
    return all;
  }

  /** The row of each action's visit; −1 if that was lost. */
  private int[] visitOfAction() {
    if (visitOfAction == null) {
      NumberColumn ids = visits.number(Columns.VISIT_ID);
      NumberColumn of = actions.number(Columns.ACTION_VISIT_ID);
      visitOfAction = new int[actions.rows()];
      for (int row = 0; row < visitOfAction.length; row++) {
        boolean again = row > 0 && of.get(row) == of.get(row - 1);
        int before = row == 0 ? -1 : visitOfAction[row - 1];
        visitOfAction[row] = again ? before : find(ids, of.get(row), before + 1);
      }
    }
    return visitOfAction;
  }

  /** Visits lie by visit id; mostly the next one is the one. */
  private int find(NumberColumn ids, long id, int next) {
    if (next < visits.rows() && ids.get(next) == id) {
      return next;
    }
    int from = 0;
    int to = visits.rows();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ids.get(middle) < id) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from < visits.rows() && ids.get(from) == id ? from : -1;
  }
}
