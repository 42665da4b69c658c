package org.footfall.report;

/** What reports count. How values of two days join is {@link Join}. */
public enum Metric {
  UNIQUE_VISITORS(Join.UNIQUE),
  USERS(Join.UNIQUE),
  VISITS(Join.SUM),
  ACTIONS(Join.SUM),
  CONVERTED_VISITS(Join.SUM),
  BOUNCES(Join.SUM),
  VISIT_SECONDS(Join.SUM),
  MAX_ACTIONS(Join.MAX),
  HITS(Join.SUM),
  PAGE_SECONDS(Join.SUM),
  ENTRY_UNIQUE_VISITORS(Join.UNIQUE),
  ENTRY_VISITS(Join.SUM),
  ENTRY_ACTIONS(Join.SUM),
  ENTRY_SECONDS(Join.SUM),
  ENTRY_BOUNCES(Join.SUM),
  EXIT_UNIQUE_VISITORS(Join.UNIQUE),
  EXIT_VISITS(Join.SUM);

  /**
   * How days become a period: sums and maxima as they say; a unique count of a longer period is not
   * the sum of its days, so a row's sum of daily uniques is kept apart.
   */
  public enum Join {
    SUM,
    MAX,
    UNIQUE
  }

  private final Join join;

  Metric(Join join) {
    this.join = join;
  }

  public Join join() {
    return join;
  }
}
