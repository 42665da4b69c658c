package org.footfall.report;

import java.util.List;
import java.util.Locale;

/** A row for each user id, which knows the visitor id of who came under it first. */
final class UserRows implements Shape {
  @Override
  public DataTable rows(Groups groups) {
    // Keys are sorted, so visits without a user are the first group.
    int first = groups.size() > 0 && groups.text(0).isEmpty() ? 1 : 0;
    return new DataTable(
        new LazyRows(
            groups.size() - first,
            new LazyRows.Maker() {
              @Override
              public Row row(int index) {
                int group = first + index;
                return new Row(new Naming(groups, group), Dimension.USER, groups, group);
              }

              @Override
              public long value(int index, Metric metric) {
                return groups.value(first + index, metric);
              }
            }),
        groups.size() - first,
        false);
  }

  private record Naming(Groups groups, int group) implements Row.Naming {
    @Override
    public String label() {
      return key();
    }

    @Override
    public String name() {
      return key();
    }

    @Override
    public String key() {
      return groups.text(group);
    }

    @Override
    public List<String> keys() {
      return List.of(key(), String.format(Locale.ROOT, "%016x", groups.longNote(group)));
    }
  }
}
