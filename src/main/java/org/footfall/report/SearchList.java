package org.footfall.report;

import java.util.ArrayList;
import java.util.List;
import org.footfall.codec.Told;

/**
 * What was searched for on the site.
 *
 * @param inVain only what is known to have found nothing
 */
record SearchList(boolean inVain) implements Shape {
  @Override
  public DataTable rows(Groups groups) {
    List<Row> rows = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      long found = groups.value(group, Metric.MOST_FOUND);
      String keyword = groups.text(group);
      if (!keyword.isEmpty() && (!inVain || found == Told.number(0))) {
        Row.Naming naming = new Row.Named(readable(keyword), keyword, keyword);
        rows.add(new Row(naming, Dimension.SEARCH_KEYWORD, groups, group));
      }
    }
    return new DataTable(rows);
  }

  /** Keywords come as they stood in an address, some of them encoded. */
  private static String readable(String keyword) {
    return PercentEncoding.decode(keyword.replace('+', ' '));
  }
}
