package org.footfall.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.footfall.codec.Numbers;
import org.footfall.codec.Told;

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

  /** Of a page: views that came right after a search. */
  HITS_AFTER_SEARCH(150, Join.SUM, null, Unit.ONE, true),
  /** The most that a search for it found; 1 where that was nothing, 0 where nobody told. */
  MOST_FOUND(151, Join.GREATEST),
  EVENTS(152, Join.SUM),
  EVENTS_WITH_VALUE(153, Join.SUM),
  EVENT_VALUES(154, Join.SUM, Unit.MILLIONTHS),
  LEAST_EVENT_VALUE(155, Join.LEAST, Unit.MILLIONTHS),
  GREATEST_EVENT_VALUE(156, Join.GREATEST, Unit.MILLIONTHS),
  IMPRESSIONS(157, Join.SUM),
  INTERACTIONS(158, Join.SUM),

  /** Page views of which some timing is known. */
  TIMED_HITS(160, Join.SUM),
  /** All timings of these. */
  LOAD_TIME(185, Join.SUM, Unit.MILLIS),
  NETWORK_HITS(161, Join.SUM, null, Unit.ONE, true),
  NETWORK_TIME(162, Join.SUM, Unit.MILLIS),
  LEAST_NETWORK_TIME(163, Join.LEAST, NETWORK_HITS, Unit.MILLIS),
  GREATEST_NETWORK_TIME(164, Join.GREATEST, NETWORK_HITS, Unit.MILLIS),
  SERVER_HITS(165, Join.SUM, null, Unit.ONE, true),
  SERVER_TIME(166, Join.SUM, Unit.MILLIS),
  LEAST_SERVER_TIME(167, Join.LEAST, SERVER_HITS, Unit.MILLIS),
  GREATEST_SERVER_TIME(168, Join.GREATEST, SERVER_HITS, Unit.MILLIS),
  TRANSFER_HITS(169, Join.SUM, null, Unit.ONE, true),
  TRANSFER_TIME(170, Join.SUM, Unit.MILLIS),
  LEAST_TRANSFER_TIME(171, Join.LEAST, TRANSFER_HITS, Unit.MILLIS),
  GREATEST_TRANSFER_TIME(172, Join.GREATEST, TRANSFER_HITS, Unit.MILLIS),
  DOM_PROCESSING_HITS(173, Join.SUM, null, Unit.ONE, true),
  DOM_PROCESSING_TIME(174, Join.SUM, Unit.MILLIS),
  LEAST_DOM_PROCESSING_TIME(175, Join.LEAST, DOM_PROCESSING_HITS, Unit.MILLIS),
  GREATEST_DOM_PROCESSING_TIME(176, Join.GREATEST, DOM_PROCESSING_HITS, Unit.MILLIS),
  DOM_COMPLETION_HITS(177, Join.SUM, null, Unit.ONE, true),
  DOM_COMPLETION_TIME(178, Join.SUM, Unit.MILLIS),
  LEAST_DOM_COMPLETION_TIME(179, Join.LEAST, DOM_COMPLETION_HITS, Unit.MILLIS),
  GREATEST_DOM_COMPLETION_TIME(180, Join.GREATEST, DOM_COMPLETION_HITS, Unit.MILLIS),
  ON_LOAD_HITS(181, Join.SUM, null, Unit.ONE, true),
  ON_LOAD_TIME(182, Join.SUM, Unit.MILLIS),
  LEAST_ON_LOAD_TIME(183, Join.LEAST, ON_LOAD_HITS, Unit.MILLIS),
  GREATEST_ON_LOAD_TIME(184, Join.GREATEST, ON_LOAD_HITS, Unit.MILLIS),

  /** Of a row of a report over visits: how many there were in all rows. */
  ALL_VISITS(100, Join.SUM),
  AI_ASSISTANT_VISITS(101, Join.SUM),
  AI_ASSISTANTS(102, Join.SUM),

  // Of conversions, by goal. Amounts are hundredths of the site's currency.
  CONVERSIONS(200, Join.SUM),
  REVENUE(201, Join.SUM, Unit.HUNDREDTHS),
  SUBTOTAL(202, Join.SUM, Unit.HUNDREDTHS),
  TAX(203, Join.SUM, Unit.HUNDREDTHS),
  SHIPPING(204, Join.SUM, Unit.HUNDREDTHS),
  DISCOUNT(205, Join.SUM, Unit.HUNDREDTHS),
  ITEMS(206, Join.SUM),

  // Of a page and the conversions after it, by goal.
  /** Page views before one of the conversions, the most of a day. */
  MOST_PAGES_BEFORE(207, Join.MAX),
  /** {@link #MOST_PAGES_BEFORE} of each day, summed up. */
  PAGES_BEFORE(208, Join.SUM),
  /** A conversion's part for each page view before it, in ten-thousandths. */
  CONVERSION_PARTS(209, Join.SUM, Unit.TEN_THOUSANDTHS),
  /** The same of what it brought, in ten-thousandths. */
  REVENUE_PARTS(210, Join.SUM, Unit.TEN_THOUSANDTHS),
  ENTRY_CONVERSIONS(211, Join.SUM, null, Unit.ONE, true),
  ENTRY_REVENUE(212, Join.SUM, ENTRY_CONVERSIONS, Unit.HUNDREDTHS),
  /** In thousandths; of each day, summed up. */
  ENTRY_CONVERSION_RATE(213, Join.SUM, ENTRY_CONVERSIONS, Unit.MILLIS),
  /** In thousandths; of each day, summed up. */
  REVENUE_PER_ENTRY(214, Join.SUM, ENTRY_CONVERSIONS, Unit.MILLIS),

  // Of what is sold.
  QUANTITY(215, Join.SUM),
  ORDERS(216, Join.SUM),
  ABANDONED_CARTS(217, Join.SUM),
  /** What a piece costs, once for each order. */
  PRICES(218, Join.SUM, Unit.HUNDREDTHS),
  /** How many prices {@link #PRICES} sums up. */
  PRICED(219, Join.SUM),
  CART_REVENUE(220, Join.SUM, Unit.HUNDREDTHS),
  CART_QUANTITY(221, Join.SUM),
  CART_PRICES(222, Join.SUM, Unit.HUNDREDTHS),
  VIEW_PRICES(223, Join.SUM, Unit.HUNDREDTHS),
  PRICED_VIEWS(224, Join.SUM),

  // What was sent, as far as it was told, in bytes.
  BYTES(300, Join.SUM),
  PAGE_BYTES(301, Join.SUM),
  DOWNLOAD_BYTES(302, Join.SUM);

  /**
   * How days become a period: sums and maxima as they say; a unique count of a longer period is not
   * the sum of its days, so a row's sum of daily uniques is kept apart. The least and the greatest
   * of some values are stored as {@link Told}, since there may be no value.
   */
  public enum Join {
    SUM,
    MAX,
    UNIQUE,
    LEAST,
    GREATEST;

    long of(long a, long b) {
      return switch (this) {
        case SUM, UNIQUE -> Numbers.sum(a, b);
        case MAX -> Math.max(a, b);
        case LEAST -> a == Told.NOTHING ? b : b == Told.NOTHING ? a : Math.min(a, b);
        case GREATEST -> a == Told.NOTHING ? b : b == Told.NOTHING ? a : Math.max(a, b);
      };
    }

    /** Whether numbers are simply added. */
    boolean adds() {
      return this == SUM || this == UNIQUE;
    }

    /** Whether a number may be none. */
    public boolean mayBeNone() {
      return this == LEAST || this == GREATEST;
    }
  }

  /** What a stored 1 stands for. */
  private enum Unit {
    ONE(0),
    /** Of a currency's unit. */
    HUNDREDTHS(2),
    /** Thousandths, of seconds or others. */
    MILLIS(3),
    TEN_THOUSANDTHS(4),
    MILLIONTHS(6);

    private final int decimals;

    Unit(int decimals) {
      this.decimals = decimals;
    }
  }

  private final int id;
  private final Join join;
  private final Metric base;
  private final Unit unit;
  private final boolean rare;

  Metric(int id, Join join) {
    this(id, join, null, Unit.ONE);
  }

  Metric(int id, Join join, Metric base) {
    this(id, join, base, Unit.ONE);
  }

  Metric(int id, Join join, Unit unit) {
    this(id, join, null, unit);
  }

  Metric(int id, Join join, Metric base, Unit unit) {
    this(id, join, base, unit, false);
  }

  Metric(int id, Join join, Metric base, Unit unit, boolean rare) {
    this.id = id;
    this.join = join;
    this.base = base;
    this.unit = unit;
    this.rare = rare;
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
    return unit.decimals;
  }

  /** The count this one refines: it means nothing in a row where that is 0. Itself when alone. */
  public Metric base() {
    return base == null ? this : base;
  }

  /** Whether a row without any of it leaves it out, as a page that no visit began with does. */
  public boolean optional() {
    return base != null
        || rare
        || this == ENTRY_VISITS
        || this == EXIT_VISITS
        || this == AI_ASSISTANT_VISITS
        || this == AI_ASSISTANTS;
  }

  /** Whether stored numbers are what they mean, and always there. */
  public boolean isCount() {
    return unit == Unit.ONE && !join.mayBeNone();
  }

  /** Whether it is the least or the most time that something took. */
  public boolean isTiming() {
    return join.mayBeNone() && unit == Unit.MILLIS;
  }

  /** What a stored number means; nothing where none was told. */
  Optional<BigDecimal> meaning(long stored) {
    if (join.mayBeNone()) {
      return Told.isThere(stored)
          ? Optional.of(BigDecimal.valueOf(Told.value(stored), unit.decimals))
          : Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf(stored, unit.decimals));
  }
}
