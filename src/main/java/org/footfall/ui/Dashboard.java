package org.footfall.ui;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.footfall.site.Site;

/**
 * The dashboard as its template shows it.
 *
 * @param nothing what is said when the period has no visit, else null
 * @param heat null for long periods
 */
record Dashboard(
    DatePicker picker,
    String against,
    List<DatePicker.Preset> compares,
    String lead,
    Nothing nothing,
    List<Tile> tiles,
    String chartTitle,
    TimeChart chart,
    String legendNow,
    String legendBefore,
    String legendNote,
    List<BarList> lists,
    HeatGrid heat) {

  /** No visit: when the last one was, and where to find it. */
  record Nothing(String title, String text, String dayLabel, String dayHref, String usualHref) {}

  static Dashboard of(DashboardQuery query, DashboardData data, Site site, ZonedDateTime now) {
    Timeline timeline = new Timeline(query, data, now.getHour());
    boolean byHour = query.grain() == Grain.HOUR;
    KeyFigure plot = byHour ? KeyFigure.VISITS : query.plot();
    List<TimeChart.Moment> moments = timeline.moments(plot);
    Optional<Span> before = query.before();
    boolean empty = data.days().stream().allMatch(day -> day.visits() == 0);
    List<Tile> tiles =
        Arrays.stream(KeyFigure.values())
            .map(figure -> Tile.of(figure, query, data, timeline.moments(figure)))
            .toList();
    return new Dashboard(
        DatePicker.of(query, site.zones().dayOf(site.createdAt())),
        before.map(span -> Days.briefRange(span.from(), span.to())).orElse("nothing"),
        compares(query),
        lead(query, site),
        empty ? nothing(query, data) : null,
        tiles,
        plot.title(query.span().days() > 1) + " by " + query.grain().word(),
        TimeChart.draw(moments, plot, query.grain().word()),
        plot.title(false) + ", " + Days.briefRange(query.span().from(), query.span().to()),
        before.map(span -> Days.briefRange(span.from(), span.to())).orElse(""),
        note(query, moments),
        lists(data),
        data.weekHours().isEmpty() ? null : HeatGrid.of(data.weekHours()));
  }

  private static List<DatePicker.Preset> compares(DashboardQuery query) {
    return Arrays.stream(Compare.values())
        .map(
            compare ->
                new DatePicker.Preset(
                    compare.title(), "", query.with(compare).link(), compare == query.compare()))
        .toList();
  }

  private static String lead(DashboardQuery query, Site site) {
    Span span = query.span();
    String zone = "Times are " + site.zones().current().getId() + ".";
    if (query.before().isEmpty()) {
      return site.name() + ". " + zone;
    }
    Span before = query.before().get();
    boolean adjoining = before.to().plusDays(1).equals(span.from()) && span.days() > 1;
    String with =
        adjoining
            ? "the " + span.days() + " days before, weekdays aligned"
            : span.days() == 1
                ? Days.full(before.from())
                : Days.range(before.from(), before.to()) + ", weekdays aligned";
    boolean onlyToday = span.from().equals(span.today());
    String today =
        onlyToday
            ? " Visits are compared for the hours that are over."
            : span.contains(span.today()) ? " Changes leave out today." : "";
    return site.name() + ", compared with " + with + "." + today + " " + zone;
  }

  private static Nothing nothing(DashboardQuery query, DashboardData data) {
    Span span = query.span();
    String usual = query.at(Span.parse(Span.DEFAULT, span.today()).orElseThrow()).link();
    String title =
        span.days() == 1
            ? "No visits on " + Days.brief(span.from()) + "."
            : "No visits from " + Days.range(span.from(), span.to()) + ".";
    return data.lastVisit()
        .map(
            day ->
                new Nothing(
                    title,
                    "The last visit was on " + Days.full(day) + ".",
                    "Show " + Days.brief(day),
                    query.at(Span.of(day, day, span.today())).link(),
                    usual))
        .orElse(new Nothing(title, "There was none before either.", "", "", usual));
  }

  private static String note(DashboardQuery query, List<TimeChart.Moment> moments) {
    List<String> notes = new ArrayList<>();
    if (moments.stream().anyMatch(TimeChart.Moment::weekend)) {
      notes.add("Shaded: weekends.");
    }
    if (moments.stream().anyMatch(m -> m.open() && m.now() != null)) {
      notes.add(
          "Dotted: this "
              + (query.grain() == Grain.DAY ? "day" : query.grain().word())
              + ", so far.");
    }
    return String.join(" ", notes).replace("this day, so far", "today, so far");
  }

  private static List<BarList> lists(DashboardData data) {
    return List.of(
        BarList.of("Pages", "Page", "Page views", "No page views.", data.pages()),
        BarList.of("Channels", "Channel", "Visits", "No visits.", data.channels()),
        BarList.of(
            "Websites",
            "Website",
            "Visits",
            "No visits came from other websites.",
            data.websites()),
        BarList.of("Entry pages", "Page", "Visits", "No visits.", data.entryPages()));
  }
}
