package org.footfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Custom variables by name, and their values below. Those of visits count visits; of those of pages
 * alone it is only known how often they were told, and of each value in how many visits.
 */
final class VariableList implements Shape {
  /** Parts of the key. */
  static final int NAME = 0;

  static final int VALUE = 1;
  static final int SCOPE = 2;
  static final int SLOT = 3;

  static final String VISIT = "visit";
  static final String PAGE = "page";

  static final String NO_VALUE = "Value not defined";
  private static final Set<Metric> OF_PAGE_VALUES =
      Set.of(Metric.VISITS, Metric.ACTIONS, Metric.UNIQUE_VISITORS);

  /** A name is called by itself, and knows in which slots it was told. */
  private record Naming(String key, Set<String> places) implements Row.Naming {
    @Override
    public String label() {
      return key;
    }

    @Override
    public String name() {
      return key;
    }

    @Override
    public List<String> slots() {
      return List.copyOf(places);
    }
  }

  @Override
  public DataTable rows(Groups groups) {
    Map<String, Map<String, List<Integer>>> byName = new TreeMap<>();
    for (int group = 0; group < groups.size(); group++) {
      List<String> key = groups.key(group);
      byName
          .computeIfAbsent(key.get(NAME), name -> new TreeMap<>())
          .computeIfAbsent(key.get(VALUE), value -> new ArrayList<>())
          .add(group);
    }
    List<Row> rows = new ArrayList<>();
    byName.forEach((name, byValue) -> rows.add(row(groups, name, byValue)));
    return new DataTable(rows);
  }

  private static Row row(Groups groups, String name, Map<String, List<Integer>> byValue) {
    Set<String> slots = new TreeSet<>();
    List<Row> below = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    byValue.forEach(
        (value, members) -> {
          String label = value.isEmpty() ? NO_VALUE : value;
          long[] sums = sums(groups, members, OF_PAGE_VALUES);
          Row row =
              new Row(
                      label,
                      label,
                      value,
                      Dimension.VARIABLE_VALUE,
                      groups.layout(),
                      sums,
                      null,
                      false)
                  .over(groups, members.stream().mapToInt(Integer::intValue).toArray());
          below.add(areOneOfVisits(groups, members) ? row.asCounted() : row);
          all.addAll(members);
        });
    all.stream()
        .filter(group -> isTold(groups, group))
        .forEach(
            group -> slots.add(groups.key(group).get(SCOPE) + " " + groups.key(group).get(SLOT)));
    DataTable subtable = new DataTable(below);
    long[] sums = sums(groups, all, Set.of(Metric.ACTIONS));
    Row row =
        new Row(
                new Naming(name, slots),
                Dimension.VARIABLE_NAME,
                groups.layout(),
                sums,
                () -> subtable,
                false)
            .over(groups, all.stream().mapToInt(Integer::intValue).toArray());
    return areOneOfVisits(groups, all) ? row.asCounted() : row;
  }

  private static boolean areOneOfVisits(Groups groups, List<Integer> members) {
    List<Integer> told = members.stream().filter(group -> isTold(groups, group)).toList();
    return told.size() == 1 && !groups.key(told.get(0)).get(SCOPE).equals(PAGE);
  }

  /** Whether visits have it, and not just conversions of visits that had it then. */
  private static boolean isTold(Groups groups, int group) {
    return groups.value(group, Metric.ACTIONS) > 0 || groups.value(group, Metric.VISITS) > 0;
  }

  /**
   * @param ofPages what is known where all are variables of pages
   */
  private static long[] sums(Groups groups, List<Integer> members, Set<Metric> ofPages) {
    MetricLayout layout = groups.layout();
    long[] sums = new long[layout.size()];
    boolean pages = true;
    for (int group : members) {
      layout.join(sums, 0, groups.values(group), 0);
      pages &= groups.key(group).get(SCOPE).equals(PAGE);
    }
    for (int i = 0; pages && i < sums.length; i++) {
      sums[i] = ofPages.contains(layout.metric(i)) ? sums[i] : Row.UNKNOWN;
    }
    return sums;
  }

  @Override
  public Dimension belowDimension() {
    return Dimension.VARIABLE_VALUE;
  }

  @Override
  public boolean hasBelow() {
    return true;
  }
}
