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
  ENTRY_VISITS(Join.SUM),
  ENTRY_UNIQUE_VISITORS(Join.UNIQUE, ENTRY_VISITS),
  ENTRY_ACTIONS(Join.SUM, ENTRY_VISITS),
  ENTRY_SECONDS(Join.SUM, ENTRY_VISITS),
  ENTRY_BOUNCES(Join.SUM, ENTRY_VISITS),
  EXIT_VISITS(Join.SUM),
  EXIT_UNIQUE_VISITORS(Join.UNIQUE, EXIT_VISITS),

  PAGE_VIEWS(Join.SUM),
  UNIQUE_PAGE_VIEWS(Join.SUM),
  DOWNLOADS(Join.SUM),
  UNIQUE_DOWNLOADS(Join.SUM),
  OUTLINKS(Join.SUM),
  UNIQUE_OUTLINKS(Join.SUM),
  SEARCHES(Join.SUM),
  SEARCH_KEYWORDS(Join.SUM),

  SEARCH_ENGINE_VISITS(Join.SUM),
  SOCIAL_NETWORK_VISITS(Join.SUM),
  DIRECT_VISITS(Join.SUM),
  WEBSITE_VISITS(Join.SUM),
  CAMPAIGN_VISITS(Join.SUM),
  SEARCH_ENGINES(Join.SUM),
  SOCIAL_NETWORKS(Join.SUM),
  KEYWORDS(Join.SUM),
  WEBSITES(Join.SUM),
  WEBSITE_PAGES(Join.SUM),
  CAMPAIGNS(Join.SUM);

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
  private final Metric base;

  Metric(Join join) {
    this(join, null);
  }

  Metric(Join join, Metric base) {
    this.join = join;
    this.base = base;
  }

  /** Its number in stored counts: new metrics are added at the end. */
  int id() {
    return ordinal();
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
    return base != null || this == ENTRY_VISITS || this == EXIT_VISITS;
  }
}
