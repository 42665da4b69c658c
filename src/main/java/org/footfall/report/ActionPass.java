package org.footfall.report;

import java.util.List;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/** Counts a day's actions by what they are; unique ones once a visit and address. */
final class ActionPass {
  static final Set<Column> COLUMNS =
      Set.of(Columns.ACTION_VISIT_ID, Columns.KIND, Columns.URL, Columns.TITLE);

  private static final int PAGE_VIEW = 1;
  private static final int OUTLINK = 2;
  private static final int DOWNLOAD = 3;
  private static final int SEARCH = 8;

  private final LogTable actions;
  private final LongIntMap visits = new LongIntMap();
  private final LongIntMap seen = new LongIntMap();

  ActionPass(LogTable actions) {
    this.actions = actions;
  }

  void count(GroupBuilder groups) {
    NumberColumn kinds = actions.number(Columns.KIND);
    TextColumn titles = actions.text(Columns.TITLE);
    for (int row = 0; row < actions.rows(); row++) {
      int kind = (int) kinds.get(row);
      int group = groups.group(List.of(kind == SEARCH ? titles.get(row) : ""));
      switch (kind) {
        case PAGE_VIEW -> {
          groups.count(group, Metric.PAGE_VIEWS, 1);
          groups.count(group, Metric.UNIQUE_PAGE_VIEWS, first(row, kind));
        }
        case OUTLINK -> {
          groups.count(group, Metric.OUTLINKS, 1);
          groups.count(group, Metric.UNIQUE_OUTLINKS, first(row, kind));
        }
        case DOWNLOAD -> {
          groups.count(group, Metric.DOWNLOADS, 1);
          groups.count(group, Metric.UNIQUE_DOWNLOADS, first(row, kind));
        }
        case SEARCH -> groups.count(group, Metric.SEARCHES, 1);
        default -> {
          // Events and others have reports of their own.
        }
      }
    }
  }

  /** 1 when the visit has not done this with the address (or without one) before, else 0. */
  private int first(int row, int kind) {
    TextColumn urls = actions.text(Columns.URL);
    long visit = visits.add(actions.number(Columns.ACTION_VISIT_ID).get(row));
    int known = seen.size();
    return seen.add((visit << 32) | ((long) urls.code(row) << 2) | kind) == known ? 1 : 0;
  }
}
