package org.footfall.segment;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** Values that are told only where another column has some number. */
record WhereValues(Column column, long number, Values values) implements Values {
  @Override
  public Set<Column> columns() {
    Set<Column> columns = new HashSet<>(values.columns());
    columns.add(column);
    return columns;
  }

  @Override
  public Test test(Match match, String value) throws Unfit {
    Test test = values.test(match, value);
    return (table, clock) -> {
      NumberColumn numbers = table.number(column);
      IntPredicate agrees = test.open(table, clock);
      return row -> numbers.get(row) == number && agrees.test(row);
    };
  }

  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    NumberColumn numbers = table.number(column);
    Spelling spelling = values.spelling(table, clock);
    return (row, taker) -> {
      if (numbers.get(row) == number) {
        spelling.tell(row, taker);
      }
    };
  }
}
