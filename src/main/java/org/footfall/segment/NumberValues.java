package org.footfall.segment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** Numbers of the log, or what is reckoned from them row by row. */
record NumberValues(Set<Column> columns, NumberForm form, Reading reading) implements Values {
  /** Told by a reading for a row that has no value, where 0 would be one. */
  static final long ABSENT = Long.MIN_VALUE;

  /** Makes the numbers of a table's rows. */
  interface Reading {
    IntToLongFunction open(LogTable table, SiteClock clock);
  }

  /** Reckons one number from another. */
  interface Step {
    long of(long number, SiteClock clock);
  }

  static NumberValues of(Column column) {
    return of(column, NumberForm.WHOLE, (number, clock) -> number);
  }

  static NumberValues of(Column column, NumberForm form, Step step) {
    return new NumberValues(
        Set.of(column),
        form,
        (table, clock) -> {
          NumberColumn numbers = table.number(column);
          return row -> step.of(numbers.get(row), clock);
        });
  }

  @Override
  public Test test(Match match, String value) throws Unfit {
    if (match.spells()) {
      Predicate<String> agrees = TextTest.of(match, value);
      return (table, clock) -> spelled(reading.open(table, clock), agrees);
    }
    if (match == Match.PRESENT) {
      return (table, clock) -> {
        IntToLongFunction numbers = reading.open(table, clock);
        return row -> {
          long number = numbers.applyAsLong(row);
          return number != 0 && number != ABSENT;
        };
      };
    }
    if (match.orders() && !form.isOrdered()) {
      throw new Unfit("== and !=, and parts of a value, but has no order.");
    }
    BigDecimal asked = form.read(value);
    LongPredicate range = range(match, asked);
    return (table, clock) -> {
      IntToLongFunction numbers = reading.open(table, clock);
      return row -> range.test(numbers.applyAsLong(row));
    };
  }

  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    IntToLongFunction numbers = reading.open(table, clock);
    return (row, taker) -> {
      long number = numbers.applyAsLong(row);
      if (number != ABSENT) {
        taker.accept(form.spell(number));
      }
    };
  }

  /** Whether a number of the log stands to another one as asked. */
  static LongPredicate range(Match match, BigDecimal asked) {
    long least = least(match, asked);
    long most = most(match, asked);
    return number -> number >= least && number <= most;
  }

  private IntPredicate spelled(IntToLongFunction numbers, Predicate<String> agrees) {
    Map<Long, Boolean> known = new HashMap<>();
    return row -> {
      long number = numbers.applyAsLong(row);
      return number != ABSENT
          && known.computeIfAbsent(number, key -> agrees.test(form.spell(number)));
    };
  }

  private static long least(Match match, BigDecimal asked) {
    return switch (match) {
      case EQUAL, AT_LEAST -> clamp(asked.setScale(0, RoundingMode.CEILING));
      case MORE -> clamp(asked.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
      default -> ABSENT + 1;
    };
  }

  private static long most(Match match, BigDecimal asked) {
    return switch (match) {
      case EQUAL, AT_MOST -> clamp(asked.setScale(0, RoundingMode.FLOOR));
      case LESS -> clamp(asked.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
      default -> Long.MAX_VALUE;
    };
  }

  /** Values have at most 24 digits, the log's numbers 19 and never the extremes. */
  private static long clamp(BigDecimal number) {
    BigInteger whole = number.toBigInteger();
    if (whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    return whole.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
