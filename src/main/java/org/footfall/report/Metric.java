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

  // Of conversions, by goal. Amounts are hundredths of the site's currency.
  CONVERSIONS(200, Join.SUM),
  REVENUE(201, Join.SUM),
  SUBTOTAL(202, Join.SUM),
  TAX(203, Join.SUM),
  SHIPPING(204, Join.SUM),
  DISCOUNT(205, Join.SUM),
  ITEMS(206, Join.SUM),

  // Of a page and the conversions after it, by goal.
  /** Page views before one of the conversions, the most of a day. */
  MOST_PAGES_BEFORE(207, Join.MAX),
  /** {@link #MOST_PAGES_BEFORE} of each day, summed up. */
  PAGES_BEFORE(208, Join.SUM),
  /** A conversion's part for each page view before it, in ten-thousandths. */
  CONVERSION_PARTS(209, Join.SUM),
  /** The same of what it brought, in ten-thousandths. */
  REVENUE_PARTS(210, Join.SUM),
  ENTRY_CONVERSIONS(211, Join.SUM),
  ENTRY_REVENUE(212, Join.SUM, ENTRY_CONVERSIONS),
  /** In thousandths; of each day, summed up. */
  ENTRY_CONVERSION_RATE(213, Join.SUM, ENTRY_CONVERSIONS),
  /** In thousandths; of each day, summed up. */
  REVENUE_PER_ENTRY(214, Join.SUM, ENTRY_CONVERSIONS),

  // Of what is sold.
  QUANTITY(215, Join.SUM),
  ORDERS(216, Join.SUM),
  ABANDONED_CARTS(217, Join.SUM),
  /** What a piece costs, once for each order. */
  PRICES(218, Join.SUM),
  /** How many prices {@link #PRICES} sums up. */
  PRICED(219, Join.SUM),
  CART_REVENUE(220, Join.SUM),
  CART_QUANTITY(221, Join.SUM),
  CART_PRICES(222, Join.SUM),
  VIEW_PRICES(223, Join.SUM),
  PRICED_VIEWS(224, Join.SUM);

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

  /** How many of a number's digits are decimals. */
  public int decimals() {
    return switch (this) {
      case REVENUE,
          SUBTOTAL,
          TAX,
          SHIPPING,
          DISCOUNT,
          ENTRY_REVENUE,
          PRICES,
          CART_REVENUE,
          CART_PRICES,
          VIEW_PRICES ->
          2;
      case ENTRY_CONVERSION_RATE, REVENUE_PER_ENTRY -> 3;
      case CONVERSION_PARTS, REVENUE_PARTS -> 4;
      default -> 0;
    };
  }

  /** The count this one refines: it means nothing in a row where that is 0. Itself when alone. */
  public Metric base() {
    return base == null ? this : base;
  }

  /** Whether a row without any of it leaves it out, as a page that no visit began with does. */
  public boolean optional() {
    return base != null || this == ENTRY_VISITS || this == EXIT_VISITS || this == ENTRY_CONVERSIONS;
  }
}
