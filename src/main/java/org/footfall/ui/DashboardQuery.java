package org.footfall.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.footfall.site.SiteId;

/**
 * What a dashboard's address asks for. The address is the state: {@link #link} writes it back, with
 * what is usual left out, always in the same order.
 *
 * @param by the chart's grain, or null for what fits the length
 * @param calendar the first month the date picker shows, or null while it is closed
 */
record DashboardQuery(
    SiteId site, Span span, Grain by, Compare compare, KeyFigure plot, YearMonth calendar) {

  /** Reads the parameters; empty when {@code date} is not a period. */
  static Optional<DashboardQuery> parse(Exchange exchange, SiteId site, LocalDate today) {
    String date = exchange.parameter("date");
    return Span.parse(date.isEmpty() ? Span.DEFAULT : date, today)
        .map(
            span ->
                new DashboardQuery(
                    site,
                    span,
                    Grain.parse(exchange.parameter("by")).filter(by -> fits(by, span)).orElse(null),
                    Compare.parse(exchange.parameter("vs")),
                    KeyFigure.parse(exchange.parameter("plot")).orElse(KeyFigure.VISITS),
                    calendar(exchange.parameter("cal"))));
  }

  /** A chart by day of ten years, or of a single day, shows nothing. */
  private static boolean fits(Grain by, Span span) {
    return span.days() > 1 && (by != Grain.DAY || span.days() <= 731);
  }

  private static YearMonth calendar(String text) {
    try {
      YearMonth month = text.isEmpty() ? null : YearMonth.parse(text);
      return month == null || Span.isFar(month.getYear()) ? null : month;
    } catch (DateTimeException notMonth) {
      return null;
    }
  }

  Grain grain() {
    return by == null ? Grain.fitting(span.days()) : by;
  }

  /** What is compared with, if anything is. */
  Optional<Span> before() {
    return compare.of(span);
  }

  DashboardQuery at(Span other) {
    return new DashboardQuery(site, other, by, compare, plot, null);
  }

  DashboardQuery with(Compare other) {
    return new DashboardQuery(site, span, by, other, plot, null);
  }

  DashboardQuery drawing(KeyFigure other) {
    return new DashboardQuery(site, span, by, compare, other, null);
  }

  DashboardQuery of(SiteId other) {
    return new DashboardQuery(other, span, by, compare, plot, null);
  }

  DashboardQuery showing(YearMonth month) {
    return new DashboardQuery(site, span, by, compare, plot, month);
  }

  String path() {
    return "/s/" + site + "/dashboard";
  }

  /** The address that asks for this. All values are letters, digits, dashes and dots. */
  String link() {
    StringBuilder link = new StringBuilder();
    append(link, "date", span.key(), Span.DEFAULT);
    append(link, "by", by == null ? "" : by.word(), "");
    append(link, "vs", compare.word(), Compare.BEFORE.word());
    append(link, "plot", plot.word(), KeyFigure.VISITS.word());
    append(link, "cal", calendar == null ? "" : calendar.toString(), "");
    return path() + link;
  }

  private static void append(StringBuilder link, String name, String value, String usual) {
    if (!value.equals(usual)) {
      link.append(link.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }
  }
}
