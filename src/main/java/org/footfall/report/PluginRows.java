package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/** A row for each plug-in that browsers tell of, with the visits that had it. */
final class PluginRows implements Shape {
  /** The plug-ins of the bits of {@link org.footfall.visitlog.Columns#PLUGINS}, from the lowest. */
  private static final List<String> NAMES =
      List.of(
          "Cookie",
          "Flash",
          "Java",
          "Quicktime",
          "Realplayer",
          "Pdf",
          "Windowsmedia",
          "Silverlight");

  @Override
  public DataTable rows(Groups groups) {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    long[] visits = new long[NAMES.size()];
    long all = 0;
    for (int i = 0; i < groups.size(); i++) {
      long count = groups.value(i, Metric.VISITS);
      int bits = Integer.parseInt(groups.text(i));
      all += count;
      for (int bit = 0; bit < visits.length; bit++) {
        visits[bit] += (bits >> bit & 1) * count;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int bit = 0; bit < visits.length; bit++) {
      rows.add(
          VisitNumberRows.row(Dimension.PLUGIN, NAMES.get(bit), NAMES.get(bit), visits[bit], all));
    }
    return new DataTable(rows);
  }
}
