package org.footfall.segment;

import java.util.BitSet;

/**
 * The visits of a part that a segment selects, by the rows of the part's table of visits. Reports
 * on pages and other actions count all actions of these visits, whether or not an action itself is
 * what the segment asks for.
 */
public final class Selected {
  private final BitSet visits;
  private final int rows;

  Selected(BitSet visits, int rows) {
    this.visits = visits;
    this.rows = rows;
  }

  public boolean has(int visitRow) {
    return visits.get(visitRow);
  }

  /** A copy of the rows. */
  public BitSet visits() {
    return (BitSet) visits.clone();
  }

  public int count() {
    return visits.cardinality();
  }

  /** Whether no visit is left out. */
  public boolean all() {
    return count() == rows;
  }
}
