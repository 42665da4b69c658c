package org.footfall.report;

import java.util.Set;
import org.footfall.codec.TextList;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts a part's actions by what they are; unique ones once a visit and address, or lack of one.
 */
final class ActionPass {
  static final Set<Column> VISIT_COLUMNS =
      Set.of(Columns.VISIT_ID, Columns.VISITOR_ORDINAL, Columns.VISITOR_ID);
  static final Set<Column> ACTION_COLUMNS =
      Set.of(Columns.ACTION_VISIT_ID, Columns.KIND, Columns.URL, Columns.TITLE);

  private static final int PAGE_VIEW = 1;
  private static final int OUTLINK = 2;
  private static final int DOWNLOAD = 3;
  private static final int SEARCH = 8;
  private static final int MOST_KINDS = 4;

  private static final MetricLayout LAYOUT = Source.ACTION.layout();

  private final PartRows rows;
  private final GroupBuilder groups = new GroupBuilder(LAYOUT);
  private final TextColumn urls;
  private final TextColumn titles;
  private final NumberColumn kinds;
  private final LastSeen seen = new LastSeen();

  ActionPass(PartRows rows) {
    this.rows = rows;
    this.urls = rows.actions().text(Columns.URL);
    this.titles = rows.actions().text(Columns.TITLE);
    this.kinds = rows.actions().number(Columns.KIND);
  }

  Groups count() {
    TextList keywords = titles.texts();
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        int kind = kind(row);
        int code = titles.code(row);
        int group =
            kind == SEARCH
                ? groups.group(keywords.bytes(), keywords.start(code), keywords.end(code), 0)
                : groups.group(keywords.bytes(), 0, 0, 0);
        switch (kind) {
          case PAGE_VIEW -> count(Metric.PAGE_VIEWS, Metric.UNIQUE_PAGE_VIEWS, group, i, row);
          case OUTLINK -> count(Metric.OUTLINKS, Metric.UNIQUE_OUTLINKS, group, i, row);
          case DOWNLOAD -> count(Metric.DOWNLOADS, Metric.UNIQUE_DOWNLOADS, group, i, row);
          case SEARCH -> groups.add(group, LAYOUT.place(Metric.SEARCHES), 1);
          default -> {
            // Events and others have reports of their own.
          }
        }
      }
    }
    return groups.build();
  }

  /** A link that leads nowhere, or to what is no address, is a page that nobody knows. */
  private int kind(int row) {
    int kind = (int) kinds.get(row);
    boolean leads = kind == OUTLINK || kind == DOWNLOAD;
    return leads && urls.texts().length(urls.code(row)) == 0 ? PAGE_VIEW : kind;
  }

  private void count(Metric all, Metric unique, int group, int visit, int row) {
    groups.add(group, LAYOUT.place(all), 1);
    if (seen.isFirst(urls.code(row) * MOST_KINDS + kind(row), visit)) {
      groups.add(group, LAYOUT.place(unique), 1);
    }
  }
}
