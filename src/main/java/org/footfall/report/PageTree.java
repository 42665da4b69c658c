package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.footfall.codec.TextList;

/**
 * Pages in folders. A folder sums up its pages, but for unique counts, which do not add up. Pages
 * of several hosts with one path are one row, under the address of the one that was seen most. The
 * rows of a folder are made when somebody opens it.
 */
record PageTree(Dimension dimension) implements Shape {
  private static final String[] PROTOCOLS = {"http://", "http://www.", "https://", "https://www."};

  @Override
  public DataTable rows(Groups groups) {
    Members all = new Members(groups.size());
    PagePath path = new PagePath();
    TextList keys = groups.keys();
    for (int i = 0; i < groups.size(); i++) {
      path.begin(keys.bytes(), keys.start(i), keys.end(i));
      all.add(i, path);
    }
    return new Folder(groups, "", all).table();
  }

  @Override
  public boolean hasBelow() {
    return true;
  }

  @Override
  public Optional<DataTable> flat(Groups groups) {
    return Optional.of(new FlatPages(groups, dimension).rows());
  }

  /** A page's whole address. */
  static String address(Groups groups, int group) {
    String address = groups.text(group);
    int protocol = groups.note(group);
    return address.isEmpty() || protocol < 0 || protocol >= PROTOCOLS.length
        ? address
        : PROTOCOLS[protocol] + address;
  }

  /** Pages somewhere in the tree: their groups, and how far their paths have been walked. */
  private static final class Members {
    int[] groups;
    int[] places;
    byte[] cuts;
    int size;

    Members(int capacity) {
      groups = new int[Math.max(4, capacity)];
      places = new int[groups.length];
      cuts = new byte[groups.length];
    }

    void add(int group, PagePath path) {
      if (size == groups.length) {
        groups = Arrays.copyOf(groups, size * 2);
        places = Arrays.copyOf(places, size * 2);
        cuts = Arrays.copyOf(cuts, size * 2);
      }
      groups[size] = group;
      places[size] = path.place();
      cuts[size++] = (byte) path.cuts();
    }
  }

  /** A folder whose pages are sorted into folders and pages of the next level. */
  private final class Folder {
    private final Groups groups;
    private final String path;
    private final Members members;

    Folder(Groups groups, String path, Members members) {
      this.groups = groups;
      this.path = path;
      this.members = members;
    }

    DataTable table() {
      Map<String, int[]> pages = new TreeMap<>();
      Map<String, Members> folders = new TreeMap<>();
      TextList keys = groups.keys();
      PagePath at = new PagePath();
      byte[] lastName = null;
      Members last = null;
      for (int i = 0; i < members.size; i++) {
        int group = members.groups[i];
        at.resume(
            keys.bytes(), keys.start(group), keys.end(group), members.places[i], members.cuts[i]);
        at.next();
        if (at.isPage()) {
          pages.merge(at.page(), new int[] {group}, Folder::both);
        } else {
          if (lastName == null || !at.isFolder(lastName)) {
            lastName = at.folder();
            String name = new String(lastName, StandardCharsets.UTF_8);
            last = folders.computeIfAbsent(name, key -> new Members(4));
          }
          last.add(group, at);
        }
      }
      List<Row> rows = new ArrayList<>(pages.size() + folders.size());
      pages.forEach((name, same) -> rows.add(page(name, same)));
      folders.forEach((name, inside) -> rows.add(folder(name, inside)));
      return new DataTable(rows, members.size, false);
    }

    private static int[] both(int[] some, int[] more) {
      int[] all = Arrays.copyOf(some, some.length + more.length);
      System.arraycopy(more, 0, all, some.length, more.length);
      return all;
    }

    private Row page(String name, int[] same) {
      int most = same[0];
      int hits = groups.layout().place(Metric.HITS);
      for (int group : same) {
        most = groups.value(group, hits) > groups.value(most, hits) ? group : most;
      }
      Naming naming = new Naming(groups, most, name);
      return same.length == 1
          ? new Row(naming, dimension, groups, most)
          : new Row(naming, dimension, groups.layout(), sums(same, same.length), null, false)
              .over(groups, same)
              .asCountedInOneOf(groups, same);
    }

    private Row folder(String name, Members inside) {
      MetricLayout layout = groups.layout();
      long[] sums = sums(inside.groups, inside.size);
      for (int i = 0; i < sums.length; i++) {
        sums[i] = layout.metric(i).join() == Metric.Join.UNIQUE ? Row.UNKNOWN : sums[i];
      }
      String deeper = path.isEmpty() ? name : path + "/" + name;
      return new Row(
              new Row.Named(PercentEncoding.decode(name), name, deeper),
              Dimension.PAGE_FOLDER,
              layout,
              sums,
              new Folder(groups, deeper, inside)::table,
              false)
          .over(groups, Arrays.copyOf(inside.groups, inside.size));
    }

    private long[] sums(int[] members, int size) {
      long[] sums = new long[groups.layout().size()];
      for (int place = 0; place < sums.length; place++) {
        Metric.Join join = groups.layout().metric(place).join();
        for (int i = 0; i < size; i++) {
          long value = groups.value(members[i], place);
          sums[place] = join.of(sums[place], value);
        }
      }
      return sums;
    }
  }

  /** A page is called by its name, and found at its whole address. */
  private record Naming(Groups groups, int group, String name) implements Row.Naming {
    @Override
    public String label() {
      return PercentEncoding.decode(name);
    }

    @Override
    public String key() {
      return address(groups, group);
    }
  }
}
