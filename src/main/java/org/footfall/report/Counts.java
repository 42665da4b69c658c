package org.footfall.report;

/** What a {@link Source} counted over some days. Immutable; counts of other days can be joined. */
sealed interface Counts permits Groups, Who {
  /** What it takes in memory, roughly. */
  long weight();
}
