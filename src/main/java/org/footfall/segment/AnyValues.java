package org.footfall.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;

/** Several places of which one must agree. */
record AnyValues(List<Values> places) implements Values {
  @Override
  public Set<Column> columns() {
    Set<Column> columns = new HashSet<>();
    places.forEach(place -> columns.addAll(place.columns()));
    return columns;
  }

  @Override
  public Test test(Match match, String value) throws Unfit {
    List<Test> tests = new ArrayList<>();
    for (Values place : places) {
      tests.add(place.test(match, value));
    }
    return (table, clock) -> {
      List<IntPredicate> open = tests.stream().map(test -> test.open(table, clock)).toList();
      return row -> open.stream().anyMatch(test -> test.test(row));
    };
  }

  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    List<Spelling> spellings = places.stream().map(each -> each.spelling(table, clock)).toList();
    return (row, taker) -> spellings.forEach(each -> each.tell(row, taker));
  }
}
