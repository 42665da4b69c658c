package org.footfall.report;

/** What reports count. How values of two days join is {@link Join}. */
public enum Metric {
  UNIQUE_VISITORS(1, Join.UNIQUE),
  USERS(2, Join.UNIQUE),
  VISITS(3, Join.SUM),
  ACTIONS(4, Join.SUM),
  CONVERTED_VISITS(5, Join.SUM),
  BOUNCES(6, Join.SUM),
  VISIT_SECONDS(7, Join.SUM),
  MAX_ACTIONS(8, Join.MAX),
  HITS(9, Join.SUM),
  PAGE_SECONDS(10, Join.SUM),
  ENTRY_VISITS(11, Join.SUM),
  ENTRY_UNIQUE_VISITORS(12, Join.UNIQUE, ENTRY_VISITS),
  ENTRY_ACTIONS(13, Join.SUM, ENTRY_VISITS),
  ENTRY_SECONDS(14, Join.SUM, ENTRY_VISITS),
  ENTRY_BOUNCES(15, Join.SUM, ENTRY_VISITS),
  EXIT_VISITS(16, Join.SUM),
  EXIT_UNIQUE_VISITORS(17, Join.UNIQUE, EXIT_VISITS),

  PAGE_VIEWS(18, Join.SUM),
  UNIQUE_PAGE_VIEWS(19, Join.SUM),
  DOWNLOADS(20, Join.SUM),
  UNIQUE_DOWNLOADS(21, Join.SUM),
  OUTLINKS(22, Join.SUM),
  UNIQUE_OUTLINKS(23, Join.SUM),
  SEARCHES(24, Join.SUM),
  SEARCH_KEYWORDS(25, Join.SUM),

  SEARCH_ENGINE_VISITS(26, Join.SUM),
  SOCIAL_NETWORK_VISITS(27, Join.SUM),
  DIRECT_VISITS(28, Join.SUM),
  WEBSITE_VISITS(29, Join.SUM),
  CAMPAIGN_VISITS(30, Join.SUM),
  SEARCH_ENGINES(31, Join.SUM),
  SOCIAL_NETWORKS(32, Join.SUM),
  KEYWORDS(33, Join.SUM),
  WEBSITES(34, Join.SUM),
  WEBSITE_PAGES(35, Join.SUM),
  CAMPAIGNS(36, Join.SUM),

  /** Of a row of a report over visits: how many there were in all rows. */
  ALL_VISITS(100, Join.SUM),
  AI_ASSISTANT_VISITS(101, Join.SUM),
  AI_ASSISTANTS(102, Join.SUM);

  /**
   * How days become a period: sums and maxima as they say; a unique count of a longer period is not
   * the sum of its days, so a row's sum of daily uniques is kept apart.
   */
  public enum Join {
    SUM,
    MAX,
    UNIQUE
  }

  private final int id;
  private final Join join;
  private final Metric base;

  Metric(int id, Join join) {
    this(id, join, null);
  }

  Metric(int id, Join join, Metric base) {
    this.id = id;
    this.join = join;
    this.base = base;
  }

  /** Its number in stored counts; never used for another. */
  int id() {
    return id;
  }

  public Join join() {
    return join;
  }

  /** The count this one refines: it means nothing in a row where that is 0. Itself when alone. */
  public Metric base() {
    return base == null ? this : base;
  }

  /** Whether a row without any of it leaves it out, as a page that no visit began with does. */
  public boolean optional() {
    return base != null
        || this == ENTRY_VISITS
        || this == EXIT_VISITS
        || this == AI_ASSISTANT_VISITS
        || this == AI_ASSISTANTS;
  }
}
