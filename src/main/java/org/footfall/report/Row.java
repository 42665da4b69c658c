package org.footfall.report;

import java.util.List;
import java.util.Optional;

/**
 * One line of a report. Numbers are unformatted: counts, and seconds. In a period longer than a day
 * a unique count holds the sum of the days' counts, except in the one row of a report of totals.
 */
public final class Row {
  /** Stands in a row's numbers for "not known here". */
  static final long UNKNOWN = Long.MIN_VALUE;

  private final String label;
  private final String name;
  private final String key;
  private final Dimension dimension;
  private final MetricLayout layout;
  private final long[] values;
  private final DataTable subtable;
  private final boolean summary;

  Row(
      String label,
      String name,
      String key,
      Dimension dimension,
      MetricLayout layout,
      long[] values,
      DataTable subtable,
      boolean summary) {
    this.label = label;
    this.name = name;
    this.key = key;
    this.dimension = dimension;
    this.layout = layout;
    this.values = values;
    this.subtable = subtable;
    this.summary = summary;
  }

  /** A row of totals of nothing. */
  public static Row nothing() {
    return new Row(
        "", "", "", Dimension.NONE, new MetricLayout(List.of()), new long[0], null, false);
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** What it was grouped by and is sorted by: the label before it was made readable. */
  public String name() {
    return name;
  }

  /**
   * The dimension's value behind the label: a page's whole address, a folder's path, a title, a
   * referrer type's number …
   */
  public String key() {
    return key;
  }

  /** What the key is a value of. */
  public Dimension dimension() {
    return dimension;
  }

  /** The rows this one sums up. */
  public Optional<DataTable> subtable() {
    return Optional.ofNullable(subtable);
  }

  /** Whether it stands for all rows that were cut off. */
  public boolean isSummary() {
    return summary;
  }

  /** The number, 0 where there is none. */
  public long value(Metric metric) {
    int place = layout.place(metric);
    return place < 0 || values[place] == UNKNOWN ? 0 : values[place];
  }

  /** Whether the number means anything in this row. */
  public boolean has(Metric metric) {
    int place = layout.place(metric);
    return place >= 0
        && values[place] != UNKNOWN
        && (!metric.optional() || value(metric.base()) > 0);
  }

  /** A copy of the numbers, with 0 for what is not known. */
  long[] known() {
    long[] known = values.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = known[i] == UNKNOWN ? 0 : known[i];
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
        first.label, first.name, first.key, first.dimension, first.layout, sums(rows), null, false);
  }

  /** One row that stands for several, of the same table. */
  public static Row summary(String label, List<Row> rows) {
    Row first = rows.get(0);
    return new Row(label, label, "", first.dimension, first.layout, sums(rows), null, true);
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
