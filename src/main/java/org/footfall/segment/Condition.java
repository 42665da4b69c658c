package org.footfall.segment;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** One comparison of a segment. */
record Condition(SegmentDimension dimension, Operator operator, String value, Values.Test test) {

  static Condition of(SegmentDimension dimension, Operator operator, String written)
      throws UnreadableSegment {
    String value = dimension.values().meant(written);
    try {
      Values.Test test = dimension.values().test(operator.match(value), value);
      return new Condition(dimension, operator, value, test);
    } catch (Values.Unfit e) {
      throw UnreadableSegment.value(dimension.name(), value, e.getMessage());
    }
  }

  /** As the canonical definition has it. */
  String spelled() {
    return dimension.name() + operator.sign() + Escapes.encode(value);
  }

  /** Whether it keeps the rows, or the visits, that {@link #rows} does not find. */
  boolean negated() {
    return operator.negates(value);
  }

  boolean ofActions() {
    return dimension.ofActions();
  }

  Set<Column> columns() {
    Set<Column> columns = new HashSet<>(dimension.columns());
    if (!dimension.kinds().isEmpty()) {
      columns.add(Columns.KIND);
    }
    return columns;
  }

  /** Finds the rows that agree, whether or not it is negated. */
  IntPredicate rows(LogTable table, SiteClock clock) {
    IntPredicate agrees = test.open(table, clock);
    if (dimension.kinds().isEmpty()) {
      return agrees;
    }
    NumberColumn kinds = table.number(Columns.KIND);
    return row -> dimension.kinds().contains(kinds.get(row)) && agrees.test(row);
  }
}
