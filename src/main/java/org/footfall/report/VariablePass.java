package org.footfall.report;

import java.util.LinkedHashSet;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/** Counts a part's actions by the custom variables of pages that they tell. */
final class VariablePass {
  /** What is from here on is no action of the visitor. */
  private static final long NO_ACTION = 100;

  private final PartRows rows;
  private final GroupBuilder groups;
  private final NumberColumn kinds;

  VariablePass(PartRows rows, GroupBuilder groups) {
    this.rows = rows;
    this.groups = groups;
    this.kinds = rows.actions().number(Columns.KIND);
  }

  static Set<Column> actionColumns() {
    Set<Column> columns = new LinkedHashSet<>(Columns.VARIABLES);
    columns.add(Columns.ACTION_VISIT_ID);
    columns.add(Columns.KIND);
    return columns;
  }

  void count() {
    for (int i = 0; i < Columns.VARIABLES.size(); i += 2) {
      TextColumn names = rows.actions().text(Columns.VARIABLES.get(i));
      if (names.codes() > 1) {
        count(names, rows.actions().text(Columns.VARIABLES.get(i + 1)), i / 2 + 1);
      }
    }
  }

  private void count(TextColumn names, TextColumn values, int slot) {
    LastSeen visits = new LastSeen();
    LastSeen visitors = new LastSeen();
    Strays strays = rows.strays();
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        int group = group(row, names, values, slot);
        if (group < 0) {
          continue;
        }
        groups.column(Metric.ACTIONS)[group]++;
        if (visits.isFirst(group, i)) {
          groups.column(Metric.VISITS)[group]++;
        }
        if (!strays.has(row) && visitors.isFirst(group, rows.visitor(visit))) {
          meet(group, rows.person(visit));
        }
      }
    }
    strays.count(row -> group(row, names, values, slot), this::meet);
  }

  /** The action's group; -1 for one that tells nothing. */
  private int group(int row, TextColumn names, TextColumn values, int slot) {
    String name = names.get(row);
    return name.isEmpty() || kinds.get(row) >= NO_ACTION
        ? -1
        : groups.group(key(name, values.get(row), VariableList.PAGE, slot));
  }

  private void meet(int group, int person) {
    groups.column(Metric.UNIQUE_VISITORS)[group]++;
    groups.meet(group, Metric.UNIQUE_VISITORS, person);
  }

  static byte[] key(String name, String value, String scope, int slot) {
    return Groups.key(name, value, scope, Integer.toString(slot));
  }
}
