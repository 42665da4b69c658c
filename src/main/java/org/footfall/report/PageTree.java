package org.footfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pages in folders. A folder sums up its pages, but for unique counts, which do not add up. Pages
 * of several hosts with one path are one row, under the address that was seen first.
 */
record PageTree(Dimension dimension) implements Shape {
  @Override
  public DataTable rows(Groups groups) {
    Folder root = new Folder("");
    for (int i = 0; i < groups.size(); i++) {
      List<String> path = PagePath.of(groups.key(i).get(0));
      Folder folder = root;
      for (String name : path.subList(0, path.size() - 1)) {
        folder = folder.folder(name);
      }
      folder.add(path.get(path.size() - 1), groups, i);
    }
    return root.table(groups.layout(), dimension);
  }

  /** A page's numbers and address. */
  private record Page(String address, long[] values) {}

  /** Folders and pages by name while the tree is built. */
  private static final class Folder {
    private final String path;
    private final Map<String, Folder> folders = new TreeMap<>();
    private final Map<String, Page> pages = new TreeMap<>();

    Folder(String path) {
      this.path = path;
    }

    Folder folder(String name) {
      return folders.computeIfAbsent(
          name, key -> new Folder(path.isEmpty() ? key : path + "/" + key));
    }

    void add(String name, Groups groups, int group) {
      Page known = pages.get(name);
      if (known == null) {
        pages.put(name, new Page(groups.note(group), groups.values(group)));
      } else {
        groups.layout().join(known.values(), 0, groups.values(group), 0);
      }
    }

    DataTable table(MetricLayout layout, Dimension dimension) {
      List<Row> rows = new ArrayList<>(folders.size() + pages.size());
      pages.forEach(
          (name, page) ->
              rows.add(
                  new Row(
                      PercentEncoding.decode(name),
                      name,
                      page.address(),
                      dimension,
                      layout,
                      page.values(),
                      null,
                      false)));
      folders.forEach((name, folder) -> rows.add(folder.row(name, layout, dimension)));
      return new DataTable(rows);
    }

    private Row row(String name, MetricLayout layout, Dimension dimension) {
      DataTable inside = table(layout, dimension);
      long[] sums = new long[layout.size()];
      for (Row row : inside.rows()) {
        layout.join(sums, 0, row.known(), 0);
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] = layout.metric(i).join() == Metric.Join.UNIQUE ? Row.UNKNOWN : sums[i];
      }
      return new Row(
          PercentEncoding.decode(name),
          name,
          path,
          Dimension.PAGE_FOLDER,
          layout,
          sums,
          inside,
          false);
    }
  }
}
