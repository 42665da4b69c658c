package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/** Titles, one row each; led by a blank, as readers of the tree expect of what is no folder. */
record TitleList(Dimension dimension) implements Shape {
  static final String UNKNOWN = "Page Name not defined";

  @Override
  public DataTable rows(Groups groups) {
    List<Row> rows = new ArrayList<>(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      String title = groups.key(i).get(0);
      String label = " " + (title.isEmpty() ? UNKNOWN : title);
      rows.add(
          new Row(label, label, title, dimension, groups.layout(), groups.values(i), null, false));
    }
    return new DataTable(rows);
  }
}
