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
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        String name = names.get(row);
        if (name.isEmpty() || kinds.get(row) >= NO_ACTION) {
          continue;
        }
        int group = groups.group(key(name, values.get(row), VariableList.PAGE, slot));
        groups.column(Metric.ACTIONS)[group]++;
        if (visits.isFirst(group, i)) {
          groups.column(Metric.VISITS)[group]++;
          if (visitors.isFirst(group, rows.visitor(visit))) {
            groups.column(Metric.UNIQUE_VISITORS)[group]++;
            groups.meet(group, Metric.UNIQUE_VISITORS, rows.person(visit));
          }
        }
      }
    }
  }

  static byte[] key(String name, String value, String scope, int slot) {
    return Groups.key(name, value, scope, Integer.toString(slot));
  }
}
