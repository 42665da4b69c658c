package org.footfall.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.UnreadablePeriod;
import org.footfall.site.SiteId;

/**
 * What an overlay's address asks for: {@code date} as on a dashboard, or Matomo's {@code period}
 * and {@code date}; a segment; the page to begin with.
 *
 * @param segment in the API's syntax, or empty
 * @param page as somebody wrote it, or empty for the site's main address
 */
record OverlayQuery(SiteId site, Span span, String segment, String page) {
  private static final int LONGEST = 1_000;

  /** Reads the parameters; empty when there is no such period. */
  static Optional<OverlayQuery> parse(Exchange exchange, SiteId site, LocalDate today) {
    String segment = exchange.parameter("seg");
    String page = exchange.parameter("url");
    return span(exchange.parameter("period"), exchange.parameter("date"), today)
        .map(
            span ->
                new OverlayQuery(
                    site,
                    span,
                    segment.isEmpty() ? exchange.parameter("segment") : segment,
                    page.substring(0, Math.min(page.length(), SiteOrigins.LONGEST + 1))));
  }

  private static Optional<Span> span(String period, String date, LocalDate today) {
    if (period.isEmpty()) {
      return Span.parse(date.isEmpty() ? Span.DEFAULT : date, today);
    }
    try {
      List<Period> periods = Periods.parse(period, date, today).list();
      LocalDate from = periods.get(0).from();
      LocalDate to = periods.get(periods.size() - 1).to();
      return Span.parse(Span.of(from, to, today).key(), today);
    } catch (UnreadablePeriod e) {
      return Optional.empty();
    }
  }

  /** Our address for one of Matomo's, whose parameters nobody has looked at yet. */
  static String ofMatomo(Exchange exchange) {
    String site = exchange.parameter("idSite");
    StringBuilder link = new StringBuilder();
    append(link, "period", exchange.parameter("period"));
    append(link, "date", exchange.parameter("date"));
    append(link, "seg", exchange.parameter("segment"));
    return site.matches("[1-9]\\d{0,8}") ? "/s/" + site + "/overlay" + link : "/";
  }

  /** Whether the segment is longer than any that an address can carry everywhere. */
  boolean segmentTooLong() {
    return segment.length() > LONGEST;
  }

  OverlayQuery at(Span other) {
    return new OverlayQuery(site, other, segment, page);
  }

  OverlayQuery of(SiteId other) {
    return new OverlayQuery(other, span, "", "");
  }

  OverlayQuery ofAllVisits() {
    return new OverlayQuery(site, span, "", page);
  }

  String path() {
    return "/s/" + site + "/overlay";
  }

  /** The address that asks for this. */
  String link() {
    StringBuilder link = new StringBuilder();
    append(link, "date", span.key().equals(Span.DEFAULT) ? "" : span.key());
    append(link, "seg", segment);
    append(link, "url", page);
    return path() + link;
  }

  /** Where the site's figures of these days are. */
  String dashboard() {
    StringBuilder link = new StringBuilder();
    append(link, "date", span.key().equals(Span.DEFAULT) ? "" : span.key());
    return "/s/" + site + "/dashboard" + link;
  }

  /** What the page asks the Reporting API, but for the address of the page looked at. */
  String question() {
    StringBuilder link = new StringBuilder("/index.php?module=API&format=json&force_api_session=1");
    append(link, "method", "Transitions.getTransitionsForPageUrl");
    append(link, "idSite", site.toString());
    append(link, "period", span.days() == 1 ? "day" : "range");
    append(link, "date", span.days() == 1 ? span.from().toString() : span.from() + "," + span.to());
    append(link, "segment", segment);
    return link.toString();
  }

  private static void append(StringBuilder link, String name, String value) {
    if (!value.isEmpty()) {
      link.append(link.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
      link.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
