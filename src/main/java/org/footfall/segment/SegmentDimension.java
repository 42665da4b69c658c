package org.footfall.segment;

import java.util.List;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Column.Privacy;
import org.footfall.visitlog.Column.Table;

/** Something that visits are selected by. All are declared in {@link SegmentCatalogue}. */
public final class SegmentDimension {
  /** The kind of rows of conversions, which are no actions. */
  static final long CONVERSION = 100;

  /** Whether clients show it among counts or among properties. */
  public enum Type {
    METRIC,
    DIMENSION
  }

  private final String name;
  private final String title;
  private final String category;
  private final Type type;
  private final String examples;
  private final Values values;
  private final Set<Long> kinds;
  private final List<String> parts;
  private final String basis;

  private SegmentDimension(
      String name,
      String title,
      String category,
      Type type,
      String examples,
      Values values,
      Set<Long> kinds,
      List<String> parts,
      String basis) {
    this.name = name;
    this.title = title;
    this.category = category;
    this.type = type;
    this.examples = examples;
    this.values = values;
    this.kinds = kinds;
    this.parts = parts;
    this.basis = basis;
  }

  static SegmentDimension metric(
      String name, String title, String category, String examples, Values values) {
    return new SegmentDimension(
        name, title, category, Type.METRIC, examples, values, Set.of(), List.of(), "");
  }

  static SegmentDimension dimension(
      String name, String title, String category, String examples, Values values) {
    return new SegmentDimension(
        name, title, category, Type.DIMENSION, examples, values, Set.of(), List.of(), "");
  }

  /** The same, of actions of these kinds only. */
  SegmentDimension of(Long... actionKinds) {
    return new SegmentDimension(
        name, title, category, type, examples, values, Set.of(actionKinds), parts, basis);
  }

  /** The same, said to be what some others are together. */
  SegmentDimension unionOf(List<String> others) {
    return new SegmentDimension(
        name, title, category, type, examples, values, kinds, List.copyOf(others), basis);
  }

  /**
   * The same, said to rest on something that may change while definitions stay.
   *
   * @param what all of it
   */
  SegmentDimension restingOn(String what) {
    return new SegmentDimension(name, title, category, type, examples, values, kinds, parts, what);
  }

  /** As it stands in a definition. */
  public String name() {
    return name;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** Under which heading people look for it. */
  public String category() {
    return category;
  }

  public Type type() {
    return type;
  }

  /** Which values it takes, for people. */
  public String examples() {
    return examples;
  }

  /** Whether single actions are looked at, and not what is known of a visit as a whole. */
  public boolean ofActions() {
    return values.columns().iterator().next().table() == Table.ACTION;
  }

  /**
   * Whether the visit is asked for rows beside its actions, so that what else is said of actions is
   * not said of these rows.
   */
  boolean ofConversions() {
    return kinds.contains(CONVERSION);
  }

  /** The names of those that it is together, if it is more than one. */
  public List<String> parts() {
    return parts;
  }

  /** What beside a definition decides what it selects; mostly nothing. */
  String basis() {
    return basis;
  }

  /** Whether it may single out a person, so that seeing a site's reports is not enough. */
  public boolean personal() {
    return values.columns().stream().anyMatch(column -> column.privacy() != Privacy.NONE);
  }

  /** What is read of the log. */
  public Set<Column> columns() {
    return values.columns();
  }

  Values values() {
    return values;
  }

  /** The actions it is told of; empty: all. */
  Set<Long> kinds() {
    return kinds;
  }

  @Override
  public String toString() {
    return name;
  }
}
