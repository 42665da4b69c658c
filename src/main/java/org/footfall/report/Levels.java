package org.footfall.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Rows by parts of the keys, for those groups whose key passes.
 *
 * @param where which groups belong to the report
 */
record Levels(Predicate<List<String>> where, Level top) implements Shape {
  static Levels all(Level top) {
    return new Levels(key -> true, top);
  }

  static Levels where(int part, String value, Level top) {
    return new Levels(key -> key.get(part).equals(value), top);
  }

  @Override
  public DataTable rows(Groups groups) {
    return rows(groups, Presentation.PLAIN);
  }

  @Override
  public DataTable rows(Groups groups, Presentation presentation) {
    return top.rows(
        groups,
        IntStream.range(0, groups.size())
            .filter(group -> where.test(groups.key(group)))
            .boxed()
            .toList(),
        presentation);
  }

  @Override
  public Dimension belowDimension() {
    return top.belowAll() == null ? Dimension.NONE : top.belowAll().dimension();
  }

  @Override
  public boolean hasBelow() {
    return top.hasBelow();
  }
}
