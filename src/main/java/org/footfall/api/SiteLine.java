package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Row;
import org.footfall.site.Site;
import org.footfall.time.ZoneHistory;

/** A site as a line among others. */
final class SiteLine {
  /** What a site is measured by there. */
  private enum Measure {
    VISITS("nb_visits", "visits", "previous_nb_visits"),
    ACTIONS("nb_actions", "actions", "previous_nb_actions"),
    PAGE_VIEWS("nb_pageviews", "pageviews", "previous_Actions_nb_pageviews"),
    REVENUE("revenue", "revenue", "previous_Goal_revenue"),
    CONVERSIONS("nb_conversions", "nb_conversions", "previous_Goal_nb_conversions"),
    ORDERS("orders", "orders", "previous_Goal_0_nb_conversions"),
    ORDER_REVENUE("ecommerce_revenue", "ecommerce_revenue", "previous_Goal_0_revenue");

    private final String column;
    private final String evolution;
    private final String previous;

    Measure(String column, String evolution, String previous) {
      this.column = column;
      this.evolution = evolution + "_evolution";
      this.previous = previous;
    }

    boolean ofOrders() {
      return this == ORDERS || this == ORDER_REVENUE;
    }

    Metric metric() {
      return this == REVENUE || this == ORDER_REVENUE ? Metric.REVENUE : Metric.CONVERSIONS;
    }

    long of(Numbers numbers) {
      Row visits = numbers.visits();
      return switch (this) {
        case VISITS -> visits.value(Metric.VISITS);
        case ACTIONS -> visits.value(Metric.ACTIONS);
        case PAGE_VIEWS -> numbers.actions().value(Metric.PAGE_VIEWS);
        case REVENUE, CONVERSIONS -> GoalColumns.sum(visits, metric(), numbers.shop());
        case ORDERS, ORDER_REVENUE ->
            visits.goals().getOrDefault(GoalColumns.ORDER, Row.nothing()).value(metric());
      };
    }

    /** As it is written in answers. */
    Object shown(Numbers numbers) {
      return RowNumbers.plain(of(numbers), metric());
    }
  }

  /**
   * What was measured of a site in a period.
   *
   * @param shop whether the site sells something
   */
  record Numbers(Period period, boolean shop, Row visits, Row actions) {}

  private final List<Measure> measures = new ArrayList<>();
  private final ColumnChoice columns;
  private final Instant now;

  SiteLine(ApiParameters parameters, Instant now) {
    boolean enhanced = parameters.flag("enhanced");
    Arrays.stream(Measure.values())
        .filter(measure -> enhanced || measure.compareTo(Measure.REVENUE) <= 0)
        .forEach(measures::add);
    List<String> shown = parameters.list("showColumns");
    if (!shown.isEmpty()) {
      measures.removeIf(
          measure -> !shown.contains(measure.column) && !shown.contains(measure.evolution));
    }
    this.columns = ColumnChoice.of(parameters);
    this.now = now;
  }

  /** Without a look at other periods. */
  Answer.Line plain(Site site, Numbers numbers) {
    return new Answer.Line(columns.apply(counts(site, numbers)), place(site), null, null);
  }

  /** With what has changed since the period before. */
  Answer.Line compared(Site site, Numbers numbers, Numbers before) {
    BigDecimal ratio = elapsed(numbers.period(), site.zones());
    Map<String, Object> line = counts(site, numbers);
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("idsite", site.id().value());
    known.put("ratio", NumberStyle.plain(ratio));
    known.put("currencySymbol", MoneyText.symbol(site.currency()));
    for (Measure measure : of(site)) {
      Evolution evolution = Evolution.of(measure.of(numbers), measure.of(before), ratio);
      line.put(measure.evolution, evolution.percent());
      line.put(measure.evolution + "_trend", evolution.trend());
      known.put(measure.previous, measure.shown(before));
      if (measure == measures.get(0)) {
        known.put("periodName", numbers.period().kind().name().toLowerCase(Locale.ROOT));
        known.put("previousRange", PeriodText.brief(before.period()));
      }
    }
    known.put("group", site.group());
    known.put("main_url", site.mainUrl());
    return new Answer.Line(columns.apply(line), known, null, null);
  }

  /** Who sells nothing has no orders. */
  private List<Measure> of(Site site) {
    return measures.stream().filter(measure -> site.ecommerce() || !measure.ofOrders()).toList();
  }

  private Map<String, Object> counts(Site site, Numbers numbers) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("label", site.name());
    of(site).forEach(measure -> line.put(measure.column, measure.shown(numbers)));
    return line;
  }

  private static Map<String, Object> place(Site site) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("idsite", site.id().value());
    known.put("group", site.group());
    known.put("main_url", site.mainUrl());
    return known;
  }

  /** How much of the period has passed, from 0 to 1: as much of the one before is compared. */
  private BigDecimal elapsed(Period period, ZoneHistory zones) {
    ZoneId zone = zones.zoneAt(now);
    long from = period.from().atStartOfDay(zone).toEpochSecond();
    long to = period.to().plusDays(1).atStartOfDay(zone).toEpochSecond();
    long at = now.getEpochSecond();
    return at <= from || at >= to
        ? BigDecimal.ONE
        : BigDecimal.valueOf(at - from)
            .divide(BigDecimal.valueOf(to - from), 3, RoundingMode.HALF_UP);
  }
}
