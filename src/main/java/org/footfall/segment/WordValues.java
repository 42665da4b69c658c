package org.footfall.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** A column of codes that clients call by words. Its other codes are as absent. */
record WordValues(Column column, SortedMap<Long, String> words) implements Values {
  /**
   * @param pairs code and word in turn
   */
  static WordValues of(Column column, Object... pairs) {
    SortedMap<Long, String> words = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(((Number) pairs[i]).longValue(), (String) pairs[i + 1]);
    }
    return new WordValues(column, words);
  }

  /** Words whose codes count from 1. */
  static WordValues of(Column column, List<String> words) {
    SortedMap<Long, String> coded = new TreeMap<>();
    words.forEach(word -> coded.put(coded.size() + 1L, word));
    return new WordValues(column, coded);
  }

  @Override
  public Set<Column> columns() {
    return Set.of(column);
  }

  @Override
  public Test test(Match match, String value) throws Unfit {
    Predicate<String> agrees = TextTest.of(match, value);
    Set<Long> codes = new HashSet<>();
    for (Map.Entry<Long, String> word : words.entrySet()) {
      boolean called = match == Match.EQUAL && word.getKey().toString().equals(value);
      if (called || agrees.test(word.getValue())) {
        codes.add(word.getKey());
      }
    }
    if (match == Match.EQUAL && codes.isEmpty()) {
      throw new Unfit(String.join(", ", words.values()) + ".");
    }
    return (table, clock) -> {
      NumberColumn numbers = table.number(column);
      return row -> codes.contains(numbers.get(row));
    };
  }

  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    NumberColumn numbers = table.number(column);
    return (row, taker) -> {
      String word = words.get(numbers.get(row));
      if (word != null) {
        taker.accept(word);
      }
    };
  }
}
