package org.footfall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is worked out from two metrics of a row when it is shown. */
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
  CARTS_PER_VISIT(Metric.ABANDONED_CARTS, Metric.VISITS, Unit.FINE_SHARE);

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
    SECONDS(0);

    private final int decimals;

    Unit(int decimals) {
      this.decimals = decimals;
    }
  }

  private final Metric of;
  private final Metric by;
  private final Unit unit;

  Ratio(Metric of, Metric by, Unit unit) {
    this.of = of;
    this.by = by;
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  /**
   * The quotient, rounded half up to the unit's decimals; 0 where there is nothing to divide by.
   */
  public BigDecimal of(Row row) {
    long divisor = row.value(by);
    return divisor == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(row.value(of), of.decimals())
            .divide(BigDecimal.valueOf(divisor), unit.decimals, RoundingMode.HALF_UP);
  }
}
