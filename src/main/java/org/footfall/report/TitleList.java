package org.footfall.report;

import java.util.List;
import java.util.Optional;

/** Titles, one row each; led by a blank, as readers of the tree expect of what is no folder. */
record TitleList(Dimension dimension) implements Shape {
  static final String UNKNOWN = "Page Name not defined";

  @Override
  public DataTable rows(Groups groups) {
    return table(groups, false);
  }

  @Override
  public Optional<DataTable> flat(Groups groups) {
    return Optional.of(table(groups, true));
  }

  private DataTable table(Groups groups, boolean flat) {
    List<Row> rows =
        new LazyRows(
            groups.size(),
            new LazyRows.Maker() {
              @Override
              public Row row(int index) {
                return new Row(new Naming(groups, index, flat), dimension, groups, index);
              }

              @Override
              public long value(int index, Metric metric) {
                return groups.value(index, metric);
              }
            });
    return new DataTable(rows, rows.size(), flat);
  }

  private record Naming(Groups groups, int group, boolean flat) implements Row.Naming {
    @Override
    public String label() {
      String title = key();
      String label = title.isEmpty() ? UNKNOWN : title;
      return flat ? label.trim() : " " + label;
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
