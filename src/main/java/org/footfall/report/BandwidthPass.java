package org.footfall.report;

import java.util.Set;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;

/** Adds up what a part's actions were said to have sent, in bytes. */
final class BandwidthPass {
  static final Set<Column> ACTION_COLUMNS =
      Set.of(Columns.ACTION_VISIT_ID, Columns.KIND, Columns.BANDWIDTH);

  private static final int PAGE_VIEW = 1;
  private static final int DOWNLOAD = 3;
  private static final byte[] NO_KEY = {};

  private final PartRows rows;
  private final GroupBuilder groups = new GroupBuilder(Source.BANDWIDTH.layout());

  BandwidthPass(PartRows rows) {
    this.rows = rows;
  }

  Groups count() {
    NumberColumn kinds = rows.actions().number(Columns.KIND);
    NumberColumn told = rows.actions().number(Columns.BANDWIDTH);
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        if (Told.isThere(told.get(row))) {
          add((int) kinds.get(row), Told.value(told.get(row)));
        }
      }
    }
    return groups.build();
  }

  private void add(int kind, long bytes) {
    int group = groups.group(NO_KEY, 0, 0, 0);
    groups.join(group, Source.BANDWIDTH.layout().place(Metric.BYTES), bytes);
    if (kind == PAGE_VIEW || kind == DOWNLOAD) {
      Metric own = kind == PAGE_VIEW ? Metric.PAGE_BYTES : Metric.DOWNLOAD_BYTES;
      groups.join(group, Source.BANDWIDTH.layout().place(own), bytes);
    }
  }
}
