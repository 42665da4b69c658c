package org.footfall.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One line of a report. Numbers are unformatted: counts, and seconds. In a period longer than a day
 * a unique count holds the sum of the days' counts, except in the one row of a report of totals.
 */
public final class Row {
  /** Stands in a row's numbers for "not known here". */
  static final long UNKNOWN = Long.MIN_VALUE;

  private final Naming naming;
  private final Dimension dimension;
  private final MetricLayout layout;
  private final Groups groups;
  private final int group;
  private final long[] values;
  private final Supplier<DataTable> below;
  private final boolean summary;
  private final Supplier<SortedMap<Integer, Row>> goals;
  private final Predicate<Metric> asCounted;
  private final Covered covered;
  private DataTable subtable;

  /** The groups that a row sums up, where that matters. */
  private record Covered(Groups groups, int[] members) {}

  /** How a row is called; made when somebody asks, for of many rows few are looked at. */
  interface Naming {
    String label();

    String name();

    String key();

    /** The slots in which a custom variable was told: scope and number. */
    default List<String> slots() {
      return List.of();
    }

    /** The values behind a label of several. */
    default List<String> keys() {
      return List.of(key());
    }
  }

  /** Names that are known. */
  record Named(String label, String name, List<String> keys) implements Naming {
    Named(String label, String name, String key) {
      this(label, name, List.of(key));
    }

    @Override
    public String key() {
      return String.join("\n", keys);
    }
  }

  Row(
      String label,
      String name,
      String key,
      Dimension dimension,
      MetricLayout layout,
      long[] values,
      DataTable subtable,
      boolean summary) {
    this(
        new Named(label, name, key),
        dimension,
        layout,
        values,
        subtable == null ? null : () -> subtable,
        summary);
  }

  /**
   * A row of its own numbers.
   *
   * @param below makes the rows that this one sums up, when asked for; null when there are none
   */
  Row(
      Naming naming,
      Dimension dimension,
      MetricLayout layout,
      long[] values,
      Supplier<DataTable> below,
      boolean summary) {
    this(
        naming,
        dimension,
        layout,
        values,
        below,
        summary,
        () -> GoalRows.NONE,
        metric -> false,
        null);
  }

  private Row(
      Naming naming,
      Dimension dimension,
      MetricLayout layout,
      long[] values,
      Supplier<DataTable> below,
      boolean summary,
      Supplier<SortedMap<Integer, Row>> goals,
      Predicate<Metric> asCounted,
      Covered covered) {
    this.covered = covered;
    this.naming = naming;
    this.dimension = dimension;
    this.layout = layout;
    this.groups = null;
    this.group = 0;
    this.values = values;
    this.below = below;
    this.summary = summary;
    this.goals = goals;
    this.asCounted = asCounted;
  }

  /** A row of the numbers of a group. */
  Row(Naming naming, Dimension dimension, Groups groups, int group) {
    this.naming = naming;
    this.dimension = dimension;
    this.layout = groups.layout();
    this.groups = groups;
    this.group = group;
    this.values = null;
    this.below = null;
    this.summary = false;
    this.goals = GoalRows.of(groups, group);
    this.asCounted = metric -> true;
    this.covered = null;
  }

  /** The same with the conversions and the people of these groups, which it sums up. */
  Row over(Groups from, int... members) {
    return from.goals() == null && from.people().isEmpty()
        ? this
        : new Row(
            naming,
            dimension,
            layout,
            from.united(layout, values, members),
            below,
            summary,
            GoalRows.of(from, members),
            asCounted,
            new Covered(from, members));
  }

  /** The same with the people of these rows of one table, which it sums up. */
  Row over(List<Row> rows) {
    Groups from = rows.stream().map(Row::from).filter(Objects::nonNull).findFirst().orElse(null);
    if (from == null || from.people().isEmpty()) {
      return this;
    }
    int[] members = rows.stream().flatMapToInt(Row::members).toArray();
    return new Row(
        naming,
        dimension,
        layout,
        from.united(layout, values, members),
        below,
        summary,
        goals,
        asCounted,
        new Covered(from, members));
  }

  /** The groups it is made of; null where it is of none, or that is not known. */
  private Covered covered() {
    return groups == null ? covered : new Covered(groups, new int[] {group});
  }

  private Groups from() {
    return groups == null && covered != null ? covered.groups() : groups;
  }

  private IntStream members() {
    return covered() == null ? IntStream.empty() : IntStream.of(covered().members());
  }

  /** The same of numbers that were counted as they are, and not added up of several. */
  Row asCounted() {
    return new Row(
        naming, dimension, layout, values, below, summary, goals, metric -> true, covered);
  }

  /** The same of which those numbers were counted as they are that one of these groups has. */
  Row asCountedInOneOf(Groups from, int... members) {
    Predicate<Metric> inOne =
        metric ->
            metric.optional()
                && Arrays.stream(members)
                        .filter(member -> from.value(member, metric.base()) > 0)
                        .count()
                    == 1;
    return new Row(naming, dimension, layout, values, below, summary, goals, inOne, covered);
  }

  /** A row of totals of nothing. */
  public static Row nothing() {
    return new Row(
        "", "", "", Dimension.NONE, new MetricLayout(List.of()), new long[0], null, false);
  }

  /** What a person reads. */
  public String label() {
    return naming.label();
  }

  /** What it was grouped by and is sorted by: the label before it was made readable. */
  public String name() {
    return naming.name();
  }

  /**
   * The dimension's value behind the label: a page's whole address, a folder's path, a title, a
   * referrer type's number …
   */
  public String key() {
    return naming.key();
  }

  /** Where a custom variable was told, as {@code visit 1}; of other rows empty. */
  public List<String> slots() {
    return naming.slots();
  }

  /** The values behind a label of several, as of a city: its name, its region and its country. */
  public List<String> keys() {
    return naming.keys();
  }

  /** What the key is a value of. */
  public Dimension dimension() {
    return dimension;
  }

  /** The rows this one sums up. */
  public Optional<DataTable> subtable() {
    if (below == null) {
      return Optional.empty();
    }
    // Two threads may both make it; either will do.
    DataTable known = subtable;
    if (known == null) {
      known = below.get();
      subtable = known;
    }
    return Optional.of(known);
  }

  /** What conversions say of it, by goal: −1 a cart, 0 an order, else the goal's number. */
  public SortedMap<Integer, Row> goals() {
    return goals.get();
  }

  /** The same with another number. */
  public Row with(Metric metric, long value) {
    long[] others = known();
    others[layout.place(metric)] = value;
    return new Row(naming, dimension, layout, others, below, summary, goals, asCounted, covered());
  }

  /** Whether a day's number was counted as it is, and not added up of several. */
  public boolean isAsCounted(Metric metric) {
    return asCounted.test(metric);
  }

  MetricLayout layout() {
    return layout;
  }

  /** Whether it stands for all rows that were cut off. */
  public boolean isSummary() {
    return summary;
  }

  /** The number as it is counted, 0 where there is none. */
  public long value(Metric metric) {
    int place = layout.place(metric);
    return place < 0 || at(place) == UNKNOWN ? 0 : at(place);
  }

  /** What the number means in the metric's own unit; nothing where none was told. */
  public Optional<BigDecimal> number(Metric metric) {
    return metric.meaning(value(metric));
  }

  /** Whether the number means anything in this row. */
  public boolean has(Metric metric) {
    int place = layout.place(metric);
    return place >= 0 && at(place) != UNKNOWN && (!metric.optional() || value(metric.base()) > 0);
  }

  private long at(int place) {
    return values == null ? groups.value(group, place) : values[place];
  }

  /** A copy of the numbers, with 0 for what is not known. */
  long[] known() {
    long[] known = new long[layout.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = at(i) == UNKNOWN ? 0 : at(i);
    }
    return known;
  }

  /** Several rows that turned out to be the same, as one; what the first is called stays. */
  public static Row joined(List<Row> rows) {
    Row first = rows.get(0);
    if (rows.size() == 1) {
      return first;
    }
    return new Row(
            first.naming,
            first.dimension,
            first.layout,
            sums(rows),
            null,
            false,
            GoalRows.of(rows),
            metric -> false,
            null)
        .over(rows);
  }

  /** One row that stands for several, of the same table. */
  public static Row summary(String label, List<Row> rows) {
    Row first = rows.get(0);
    return new Row(
            new Named(label, label, ""),
            first.dimension,
            first.layout,
            sums(rows),
            null,
            true,
            GoalRows.of(rows),
            metric -> false,
            null)
        .over(rows);
  }

  private static long[] sums(List<Row> rows) {
    MetricLayout layout = rows.get(0).layout;
    long[] sums = new long[layout.size()];
    for (Row row : rows) {
      layout.join(sums, 0, row.known(), 0);
    }
    return sums;
  }
}
