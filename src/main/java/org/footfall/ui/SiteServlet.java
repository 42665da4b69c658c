package org.footfall.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.account.Right;
import org.footfall.report.ReportRefused;
import org.footfall.site.InstanceStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.visit.SiteRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages about one site: {@code /s/{site}/dashboard}, what the first-run page asks, its overlay. */
final class SiteServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SiteServlet.class);
  private static final Pattern PATH = Pattern.compile("/([1-9]\\d{0,8})(/[a-z-]*)?");
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final transient SiteStore sites;
  private final transient InstanceStore settings;
  private final transient DashboardReader reader;
  private final transient Backlog backlog;
  private final transient Clock clock;

  SiteServlet(
      Pages pages,
      SiteStore sites,
      InstanceStore settings,
      DashboardReader reader,
      Backlog backlog,
      Clock clock) {
    super(pages);
    this.sites = sites;
    this.settings = settings;
    this.reader = reader;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  void show(Exchange exchange) throws IOException {
    Matcher path = PATH.matcher(exchange.path());
    if (!exchange.signedIn()) {
      exchange.redirectToSignIn();
      return;
    }
    if (!path.matches()) {
      pages().sendMessage(exchange, HttpServletResponse.SC_NOT_FOUND, Message.NOT_FOUND);
      return;
    }
    SiteId id = new SiteId(Integer.parseInt(path.group(1)));
    if (!exchange.caller().may(id, Right.VIEW)) {
      Message message = Message.noAccess(exchange.caller().login());
      pages().sendMessage(exchange, HttpServletResponse.SC_FORBIDDEN, message);
      return;
    }
    List<Site> visible =
        sites.all().stream().filter(s -> exchange.caller().may(s.id(), Right.VIEW)).toList();
    Optional<Site> site = visible.stream().filter(s -> s.id().equals(id)).findFirst();
    String page = path.group(2) == null ? "/" : path.group(2);
    if (site.isEmpty()) {
      pages().sendMessage(exchange, HttpServletResponse.SC_NOT_FOUND, Message.NOT_FOUND);
    } else {
      show(exchange, page, site.get(), visible);
    }
  }

  private void show(Exchange exchange, String page, Site site, List<Site> visible)
      throws IOException {
    switch (page) {
      case "/" -> exchange.redirect("/s/" + site.id() + "/dashboard");
      case "/dashboard" -> dashboard(exchange, site, visible);
      case "/overlay" -> overlay(exchange, site, visible);
      case "/first-hit" -> {
        boolean seen = reader.lastDay(site).isPresent();
        exchange.sendJson("{\"seen\":" + seen + "}");
      }
      default -> pages().sendMessage(exchange, HttpServletResponse.SC_NOT_FOUND, Message.NOT_FOUND);
    }
  }

  private void dashboard(Exchange exchange, Site site, List<Site> visible) throws IOException {
    Instant now = clock.instant();
    ZoneId zone = site.zones().zoneAt(now);
    LocalDate today = site.zones().dayOf(now);
    Optional<String> typed = typedRange(exchange);
    if (typed.isPresent()) {
      exchange.redirect(typed.get());
      return;
    }
    Optional<DashboardQuery> query = DashboardQuery.parse(exchange, site.id(), today);
    if (query.isEmpty()) {
      pages().sendMessage(exchange, HttpServletResponse.SC_BAD_REQUEST, wrongDate(site));
    } else if (reader.lastDay(site).isEmpty()) {
      Shell shell =
          shell(exchange, site, visible, query.get(), new Shell.Freshness("", "No hits yet"));
      FirstRun model = FirstRun.of(site, exchange.origin());
      pages().send(exchange, HttpServletResponse.SC_OK, "first-run", shell, model);
    } else {
      figures(exchange, site, visible, query.get(), now.atZone(zone));
    }
  }

  private void figures(
      Exchange exchange, Site site, List<Site> visible, DashboardQuery query, ZonedDateTime now)
      throws IOException {
    DashboardData data;
    try {
      data = reader.read(site, query);
    } catch (ReportRefused e) {
      Message message =
          new Message(
              "This report could not be made.",
              e.getMessage(),
              0,
              new Message.Link("Try again", query.link()));
      pages().sendMessage(exchange, HttpServletResponse.SC_SERVICE_UNAVAILABLE, message);
      return;
    }
    Shell shell = shell(exchange, site, visible, query, freshness(now));
    Dashboard model = Dashboard.of(query, data, site, now);
    pages().send(exchange, HttpServletResponse.SC_OK, "dashboard", shell, model);
  }

  /**
   * The two fields of the date picker, made an address like all others; wrong ones stay as they
   * are.
   */
  private static Optional<String> typedRange(Exchange exchange) {
    String from = exchange.parameter("from");
    String to = exchange.parameter("to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder link = new StringBuilder(exchange.request().getRequestURI()).append("?date=");
    link.append(typedDate(from, to));
    for (String name : List.of("by", "vs", "plot")) {
      String value = exchange.parameter(name);
      if (value.matches("[a-z_]{1,20}")) {
        link.append('&').append(name).append('=').append(value);
      }
    }
    return Optional.of(link.toString());
  }

  private static String typedDate(String from, String to) {
    try {
      LocalDate first = LocalDate.parse(from);
      LocalDate last = LocalDate.parse(to);
      boolean swapped = last.isBefore(first);
      LocalDate start = swapped ? last : first;
      return Span.of(start, swapped ? first : last, start).key();
    } catch (DateTimeParseException notDate) {
      return "none";
    }
  }

  private static Message wrongDate(Site site) {
    return new Message(
        "This is not a period.",
        "Periods are written as 2026-11-23, 2026-W47, 2026-11, 2026, last28, today, or two days with"
            + " two dots between: 2026-11-01..2026-11-23. They are not longer than ten years.",
        0,
        new Message.Link("Show the last 28 days", "/s/" + site.id() + "/dashboard"));
  }

  private Shell shell(
      Exchange exchange,
      Site site,
      List<Site> visible,
      DashboardQuery query,
      Shell.Freshness freshness) {
    return new Shell(
        pages().frame(exchange, "Dashboard, " + site.name()),
        Shell.SiteLink.of(site.name(), query.link(), true),
        new OverlayQuery(site.id(), query.span(), "", "").link(),
        links(visible, site, other -> query.of(other).link()),
        freshness);
  }

  private static List<Shell.SiteLink> links(
      List<Site> visible, Site current, Function<SiteId, String> link) {
    return visible.stream()
        .map(
            site ->
                Shell.SiteLink.of(
                    site.name(), link.apply(site.id()), site.id().equals(current.id())))
        .toList();
  }

  private void overlay(Exchange exchange, Site site, List<Site> visible) throws IOException {
    Instant now = clock.instant();
    Optional<OverlayQuery> parsed =
        OverlayQuery.parse(exchange, site.id(), site.zones().dayOf(now));
    SiteOrigins origins = SiteOrigins.of(site.urls());
    if (parsed.isEmpty()) {
      pages().sendMessage(exchange, HttpServletResponse.SC_BAD_REQUEST, wrongDate(site));
      return;
    }
    // Else any page of the site could open this one and read any report in its frame.
    boolean held = exchange.ledByOthers();
    OverlayQuery asked = parsed.get();
    OverlayQuery query = held ? asked.ofAllVisits() : asked;
    if (query.segmentTooLong() || origins.list().isEmpty()) {
      Message message =
          query.segmentTooLong()
              ? Message.tooLongSegment(query.ofAllVisits().link())
              : Message.noPages(query.dashboard());
      pages().sendMessage(exchange, HttpServletResponse.SC_BAD_REQUEST, message);
      return;
    }
    Shell shell =
        new Shell(
            pages().frame(exchange, "Page overlay, " + site.name()),
            Shell.SiteLink.of(site.name(), query.dashboard(), true),
            query.link(),
            links(visible, site, other -> query.of(other).link()),
            freshness(now.atZone(site.zones().zoneAt(now))));
    SiteRules rules = new SiteRules(site, settings.load(), List.of(), List.of());
    Overlay model =
        Overlay.of(
            query,
            held ? Optional.of(asked) : Optional.empty(),
            site,
            rules.urls(),
            origins,
            exchange.origin(),
            pages().script("overlay.js"));
    HttpServletResponse response = exchange.response();
    response.setHeader("Content-Security-Policy", policyWithFrames(origins.list()));
    // The site may be in a window of its own, which has to find its way back.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    pages().send(exchange, HttpServletResponse.SC_OK, "overlay", shell, model);
  }

  private Shell.Freshness freshness(ZonedDateTime now) {
    try {
      Duration oldest = backlog.oldest();
      String text = "Complete up to " + Days.time(now.minus(oldest));
      return oldest.compareTo(FRESH) <= 0
          ? new Shell.Freshness("good", text)
          : new Shell.Freshness("warn", text + " – catching up");
    } catch (IOException e) {
      LOG.debug("the queue does not say how much waits", e);
      return new Shell.Freshness("warn", "How fresh: not known, the queue does not answer");
    }
  }
}
