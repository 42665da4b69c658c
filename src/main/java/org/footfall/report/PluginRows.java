package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A row for each plug-in that browsers tell of, with the visits that had it, and which part of the
 * visits that is. Internet Explorer tells of none, so its visits are no part of the whole, though
 * what trackers say of it counts.
 */
final class PluginRows implements Shape {
  private static final String TELLS_NONE = "IE";

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
      List<String> key = groups.key(i);
      int bits = Integer.parseInt(key.get(0));
      all += key.get(1).equals(TELLS_NONE) ? 0 : count;
      for (int bit = 0; bit < visits.length; bit++) {
        visits[bit] += (bits >> bit & 1) * count;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int bit = 0; bit < visits.length; bit++) {
      String name = NAMES.get(bit);
      long whole = all == 0 ? 0 : Math.max(all, visits[bit]);
      rows.add(VisitNumberRows.row(Dimension.PLUGIN, name, name, visits[bit], whole));
    }
    return new DataTable(rows);
  }
}
