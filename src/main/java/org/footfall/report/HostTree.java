package org.footfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Addresses of other sites, or of files: a row for each host, and below it a row for each path. A
 * host sums up its paths, but for unique counts, which do not add up.
 */
record HostTree(Dimension dimension) implements Shape {
  private static final String AFTER_PROTOCOL = "://";

  @Override
  public DataTable rows(Groups groups) {
    Map<String, List<Row>> byHost = new TreeMap<>();
    for (int group = 0; group < groups.size(); group++) {
      String address = PageTree.address(groups, group);
      if (address.isEmpty()) {
        continue; // it led nowhere
      }
      int protocol = address.indexOf(AFTER_PROTOCOL);
      int host = protocol < 0 ? 0 : protocol + AFTER_PROTOCOL.length();
      int path = end(address, host);
      byHost
          .computeIfAbsent(address.substring(host, path), key -> new ArrayList<>())
          .add(row(groups, group, address, path));
    }
    List<Row> rows = new ArrayList<>(byHost.size());
    byHost.forEach((host, below) -> rows.add(host(groups.layout(), host, below)));
    return new DataTable(rows);
  }

  /** Where a host ends that begins there. */
  private static int end(String address, int from) {
    for (int i = from; i < address.length(); i++) {
      if ("/?#".indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }

  private Row row(Groups groups, int group, String address, int path) {
    String rest = address.substring(path);
    String name = rest.startsWith("/") ? rest : "/" + rest;
    return new Row(
        new Row.Named(PercentEncoding.decode(name), name, address), dimension, groups, group);
  }

  private static Row host(MetricLayout layout, String host, List<Row> below) {
    long[] sums = Row.joined(below).known();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = layout.metric(i).join() == Metric.Join.UNIQUE ? Row.UNKNOWN : sums[i];
    }
    DataTable subtable = new DataTable(below);
    return new Row(host, host, host, Dimension.HOST, layout, sums, subtable, false).over(below);
  }

  @Override
  public boolean hasBelow() {
    return true;
  }
}
