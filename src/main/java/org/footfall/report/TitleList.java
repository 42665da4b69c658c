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
      rows.add(new Row(new Naming(groups, i), dimension, groups, i));
    }
    return new DataTable(rows);
  }

  private record Naming(Groups groups, int group) implements Row.Naming {
    @Override
    public String label() {
      String title = key();
      return " " + (title.isEmpty() ? UNKNOWN : title);
    }

    @Override
    public String name() {
      return label();
    }

    @Override
    public String key() {
      return groups.text(group);
    }
  }
}
