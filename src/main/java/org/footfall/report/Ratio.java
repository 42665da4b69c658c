package org.footfall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What is worked out from two metrics of a row when it is shown. */
@SuppressWarnings("ImmutableEnumChecker") // a list that nobody changes
public enum Ratio {
  BOUNCE_RATE(Metric.BOUNCES, Metric.VISITS, Unit.SHARE),
  ACTIONS_PER_VISIT(Metric.ACTIONS, Metric.VISITS, Unit.NUMBER),
  SECONDS_PER_VISIT(Metric.VISIT_SECONDS, Metric.VISITS, Unit.SECONDS),
  SECONDS_PER_HIT(Metric.PAGE_SECONDS, Metric.HITS, Unit.SECONDS),
  ENTRY_BOUNCE_RATE(Metric.ENTRY_BOUNCES, Metric.ENTRY_VISITS, Unit.SHARE),
  EXIT_RATE(Metric.EXIT_VISITS, Metric.VISITS, Unit.SHARE),
  DIRECT_SHARE(Metric.DIRECT_VISITS, Metric.VISITS, Unit.SHARE),
  SEARCH_ENGINE_SHARE(Metric.SEARCH_ENGINE_VISITS, Metric.VISITS, Unit.SHARE),
  CAMPAIGN_SHARE(Metric.CAMPAIGN_VISITS, Metric.VISITS, Unit.SHARE),
  SOCIAL_NETWORK_SHARE(Metric.SOCIAL_NETWORK_VISITS, Metric.VISITS, Unit.SHARE),
  WEBSITE_SHARE(Metric.WEBSITE_VISITS, Metric.VISITS, Unit.SHARE),
  CONVERSION_RATE(Metric.CONVERTED_VISITS, Metric.VISITS, Unit.FINE_SHARE),
  REVENUE_PER_VISIT(Metric.REVENUE, Metric.VISITS, Unit.MONEY),
  AVERAGE_ORDER(Metric.REVENUE, Metric.CONVERSIONS, Unit.MONEY),
  AVERAGE_PRICE(Metric.PRICES, Metric.PRICED, Unit.MONEY),
  QUANTITY_PER_ORDER(Metric.QUANTITY, Metric.ORDERS, Unit.NUMBER),
  QUANTITY_PER_CART(Metric.QUANTITY, Metric.ABANDONED_CARTS, Unit.NUMBER),
  ORDERS_PER_VISIT(Metric.ORDERS, Metric.VISITS, Unit.FINE_SHARE),
  CARTS_PER_VISIT(Metric.ABANDONED_CARTS, Metric.VISITS, Unit.FINE_SHARE),
  VISITS_SHARE(Metric.VISITS, Metric.ALL_VISITS, Unit.SHARE),
  AI_ASSISTANT_SHARE(Metric.AI_ASSISTANT_VISITS, Metric.VISITS, Unit.SHARE),

  SEARCHES_PER_VISIT(Metric.HITS, Metric.VISITS, Unit.NUMBER),
  CATEGORY_SEARCHES_PER_VISIT(Metric.ACTIONS, Metric.VISITS, Unit.NUMBER),
  VALUE_PER_EVENT(Metric.EVENT_VALUES, Metric.EVENTS_WITH_VALUE, Unit.AMOUNT),
  INTERACTION_RATE(Metric.INTERACTIONS, Metric.IMPRESSIONS, Unit.FINE_SHARE),
  SECONDS_PER_DIMENSION_HIT(Metric.PAGE_SECONDS, Metric.HITS, Unit.SECONDS),

  // Of a page; all together is what the parts, rounded, add up to.
  NETWORK_SECONDS(Metric.NETWORK_TIME, Metric.NETWORK_HITS, Unit.MILLISECONDS),
  SERVER_SECONDS(Metric.SERVER_TIME, Metric.SERVER_HITS, Unit.MILLISECONDS),
  TRANSFER_SECONDS(Metric.TRANSFER_TIME, Metric.TRANSFER_HITS, Unit.MILLISECONDS),
  DOM_PROCESSING_SECONDS(Metric.DOM_PROCESSING_TIME, Metric.DOM_PROCESSING_HITS, Unit.MILLISECONDS),
  DOM_COMPLETION_SECONDS(Metric.DOM_COMPLETION_TIME, Metric.DOM_COMPLETION_HITS, Unit.MILLISECONDS),
  ON_LOAD_SECONDS(Metric.ON_LOAD_TIME, Metric.ON_LOAD_HITS, Unit.MILLISECONDS),
  LOAD_SECONDS(null, null, Unit.MILLISECONDS),

  // Of all pages.
  ALL_NETWORK_SECONDS(Metric.NETWORK_TIME, Metric.NETWORK_HITS, Unit.CENTISECONDS),
  ALL_SERVER_SECONDS(Metric.SERVER_TIME, Metric.SERVER_HITS, Unit.CENTISECONDS),
  ALL_TRANSFER_SECONDS(Metric.TRANSFER_TIME, Metric.TRANSFER_HITS, Unit.CENTISECONDS),
  ALL_DOM_PROCESSING_SECONDS(
      Metric.DOM_PROCESSING_TIME, Metric.DOM_PROCESSING_HITS, Unit.CENTISECONDS),
  ALL_DOM_COMPLETION_SECONDS(
      Metric.DOM_COMPLETION_TIME, Metric.DOM_COMPLETION_HITS, Unit.CENTISECONDS),
  ALL_ON_LOAD_SECONDS(Metric.ON_LOAD_TIME, Metric.ON_LOAD_HITS, Unit.CENTISECONDS),
  ALL_LOAD_SECONDS(Metric.LOAD_TIME, Metric.TIMED_HITS, Unit.CENTISECONDS);

  /** The parts of loading a page, and all together. */
  private static final List<Ratio> LOADING =
      List.of(
          NETWORK_SECONDS,
          SERVER_SECONDS,
          TRANSFER_SECONDS,
          DOM_PROCESSING_SECONDS,
          DOM_COMPLETION_SECONDS,
          ON_LOAD_SECONDS);

  /** What a quotient is in, and how many decimals of it count. */
  public enum Unit {
    /** A part of 1, to two decimals. */
    SHARE(2),
    /** A part of 1, to four decimals. */
    FINE_SHARE(4),
    /** A plain number, to one decimal. */
    NUMBER(1),
    /** An amount, to the hundredth. */
    MONEY(2),
    /** Whole seconds. */
    SECONDS(0),
    /** Seconds to two decimals. */
    CENTISECONDS(2),
    /** Seconds to three decimals. */
    MILLISECONDS(3),
    /** Something that is worth a number, to two decimals. */
    AMOUNT(2);

    private final int decimals;

    Unit(int decimals) {
      this.decimals = decimals;
    }
  }

  private final Metric of;
  private final Metric by;
  private final Unit unit;
  private final List<Metric> measured;

  Ratio(Metric of, Metric by, Unit unit) {
    this.of = of;
    this.by = by;
    this.unit = unit;
    this.measured =
        Measures.TIMES.stream()
            .filter(measure -> measure.sum() == of)
            .findFirst()
            .map(Measures.Measure::metrics)
            .orElse(List.of());
  }

  /** Whether it means anything in a row. */
  public boolean in(Row row) {
    return !of.optional() || row.has(of);
  }

  /** Whether a row may leave it out. */
  public boolean optional() {
    return of != null && of.optional() && by == Metric.VISITS;
  }

  public Unit unit() {
    return unit;
  }

  /**
   * The quotient, rounded half up to the unit's decimals; 0 where there is nothing to divide by.
   */
  public BigDecimal of(Row row) {
    if (this == LOAD_SECONDS) {
      return LOADING.stream().map(part -> part.of(row)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    long divisor = row.value(by);
    return divisor == 0
        ? BigDecimal.ZERO
        : row.number(of)
            .orElse(BigDecimal.ZERO)
            .divide(BigDecimal.valueOf(divisor), unit.decimals, RoundingMode.HALF_UP);
  }

  /** Whether it is a part of how long a page took to load; shown where it was measured. */
  public boolean ofLoading() {
    return LOADING.contains(this);
  }

  /** What is told of a part of loading besides. */
  public List<Metric> measured() {
    return measured;
  }
}
