package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextList;

/**
 * All pages of a {@link PageTree} as one list, called by their paths, without making the tree.
 * Those of one path are one row, as they are there.
 */
final class FlatPages {
  private static final String DEFAULT_PAGE = "/index";

  private final Groups groups;
  private final Dimension dimension;

  FlatPages(Groups groups, Dimension dimension) {
    this.groups = groups;
    this.dimension = dimension;
  }

  DataTable rows() {
    int hits = groups.layout().place(Metric.HITS);
    KeyIndex paths = new KeyIndex();
    int[] most = new int[groups.size()];
    Map<Integer, long[]> sums = new HashMap<>();
    Map<Integer, List<Integer>> members = new HashMap<>();
    ByteSink bytes = new ByteSink();
    PagePath path = new PagePath();
    TextList keys = groups.keys();
    for (int group = 0; group < groups.size(); group++) {
      bytes.clear();
      path.begin(keys.bytes(), keys.start(group), keys.end(group));
      path.writeAll(bytes);
      int known = paths.size();
      int row = paths.add(bytes.array(), 0, bytes.size());
      if (row == known) {
        most[row] = group;
      } else {
        int first = most[row];
        long[] sum = sums.computeIfAbsent(row, key -> groups.values(first));
        members.computeIfAbsent(row, key -> new ArrayList<>(List.of(first))).add(group);
        groups.layout().join(sum, 0, groups.values(group), 0);
        boolean more = groups.value(group, hits) > groups.value(most[row], hits);
        most[row] = more ? group : most[row];
      }
    }
    if (!groups.people().isEmpty()) {
      sums.replaceAll((row, sum) -> groups.united(groups.layout(), sum, all(members.get(row))));
    }
    List<Row> rows = new LazyRows(paths.size(), new Maker(most, sums, members));
    return new DataTable(rows, rows.size(), true);
  }

  private static int[] all(List<Integer> members) {
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A row is a group, or the sums of several. */
  private final class Maker implements LazyRows.Maker {
    private final int[] most;
    private final Map<Integer, long[]> sums;
    private final Map<Integer, List<Integer>> members;

    Maker(int[] most, Map<Integer, long[]> sums, Map<Integer, List<Integer>> members) {
      this.most = most;
      this.sums = sums;
      this.members = members;
    }

    @Override
    public Row row(int index) {
      Naming naming = new Naming(groups, most[index]);
      long[] sum = sums.get(index);
      if (sum == null) {
        return new Row(naming, dimension, groups, most[index]);
      }
      int[] same = all(members.get(index));
      return new Row(naming, dimension, groups.layout(), sum, null, false)
          .over(groups, same)
          .asCountedInOneOf(groups, same);
    }

    @Override
    public long value(int index, Metric metric) {
      long[] sum = sums.isEmpty() ? null : sums.get(index);
      int place = groups.layout().place(metric);
      return sum == null ? groups.value(most[index], metric) : place < 0 ? 0 : sum[place];
    }
  }

  /** A page is called by its path, and found at its whole address. */
  private record Naming(Groups groups, int group) implements Row.Naming {
    @Override
    public String label() {
      return path(true);
    }

    @Override
    public String name() {
      return path(false);
    }

    private String path(boolean readable) {
      TextList keys = groups.keys();
      PagePath at = new PagePath();
      at.begin(keys.bytes(), keys.start(group), keys.end(group));
      StringBuilder text = new StringBuilder();
      for (at.next(); !at.isPage(); at.next()) {
        text.append('/').append(spelled(new String(at.folder(), StandardCharsets.UTF_8), readable));
      }
      String page = spelled(at.page(), readable);
      return text.append(page.equals(DEFAULT_PAGE) ? "/" : page.trim()).toString();
    }

    private static String spelled(String name, boolean readable) {
      return readable ? PercentEncoding.decode(name) : name;
    }

    @Override
    public String key() {
      return PageTree.address(groups, group);
    }
  }
}
