package org.footfall.segment;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;

/** Where the values of a dimension are in the log, and how they are compared. */
interface Values {
  /** All that is read; of one table. */
  Set<Column> columns();

  /**
   * @param value not empty, unless the match is {@link Match#PRESENT}
   * @throws Unfit if such a comparison cannot be
   */
  Test test(Match match, String value) throws Unfit;

  /** All that is read to spell what rows have. */
  default Set<Column> spelledColumns() {
    return columns();
  }

  /** What the rows of a table have, as a segment would ask for it. */
  Spelling spelling(LogTable table, SiteClock clock);

  /** A value as it was meant, of one whose escapes were decoded once. */
  default String meant(String value) {
    return value;
  }

  /** Tells the values of a row, which may have none. */
  interface Spelling {
    void tell(int row, Consumer<String> taker);
  }

  /** A comparison that fits any table. */
  interface Test {
    /** Tests the rows of a table; good for one thread. */
    IntPredicate open(LogTable table, SiteClock clock);
  }

  /** The value or the operator does not fit; the message says what would. */
  final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String wish) {
      super(wish);
    }
  }
}
