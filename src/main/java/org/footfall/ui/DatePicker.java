package org.footfall.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The menu that chooses days: usual periods, two months of days, and two fields. All of it is links
 * and one form, so that it works without a script.
 *
 * @param opened whether it is open when the page arrives, as after turning its pages
 * @param earlier the address of the period before, {@code later} of the one after or empty
 */
record DatePicker(
    boolean opened,
    String label,
    String length,
    String earlier,
    String later,
    List<Preset> presets,
    List<Month> months,
    String earlierMonths,
    String laterMonths,
    String action,
    String from,
    String to,
    String today,
    List<Choice> grains,
    List<Choice> compares,
    String plot) {

  /** A usual period; {@code key} is the key to press, or empty. */
  record Preset(String label, String key, String href, boolean current) {}

  /** A month with its days; {@code weeks} are rows of seven, some empty. */
  record Month(String title, String href, List<List<Day>> weeks) {}

  /** A day; without {@code href} it cannot be chosen. An empty {@code text} is a gap. */
  record Day(String text, String href, String look, String spoken) {
    static final Day GAP = new Day("", "", "", "");
  }

  /** An entry of a selection. */
  record Choice(String value, String label, boolean selected) {}

  /** Names of the weekdays, in a column's width and whole. */
  static List<String> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .toList();
  }

  /**
   * @param first the day of the site's first hit; nothing before can be chosen
   */
  static DatePicker of(DashboardQuery query, LocalDate first) {
    Span span = query.span();
    LocalDate today = span.today();
    YearMonth shown =
        query.calendar() == null
            ? YearMonth.from(span.reached().isBefore(span.from()) ? today : span.reached())
                .minusMonths(1)
            : query.calendar();
    Span later = span.moved(1);
    return new DatePicker(
        query.calendar() != null,
        span.label(),
        span.length(),
        query.at(span.moved(-1)).link(),
        later.from().isAfter(today) ? "" : query.at(later).link(),
        presets(span, first, preset -> query.at(preset).link()),
        List.of(month(query, shown, first), month(query, shown.plusMonths(1), first)),
        query.showing(shown.minusMonths(1)).link(),
        query.showing(shown.plusMonths(1)).link(),
        query.path(),
        span.from().toString(),
        span.to().toString(),
        today.toString(),
        grains(query),
        compares(query),
        query.plot() == KeyFigure.VISITS ? "" : query.plot().word());
  }

  /**
   * The usual periods.
   *
   * @param shown the span that is shown now
   * @param first the day of the site's first hit
   * @param link the address of a span
   */
  static List<Preset> presets(Span shown, LocalDate first, Function<Span, String> link) {
    LocalDate today = shown.today();
    YearMonth month = YearMonth.from(today);
    LocalDate yearAgo = month.minusMonths(11).atDay(1);
    List<Preset> presets = new ArrayList<>();
    preset(presets, shown, link, "Today", "T", "today");
    preset(presets, shown, link, "Yesterday", "Y", "yesterday");
    preset(presets, shown, link, "Last 7 days", "7", "last7");
    preset(presets, shown, link, "Last 28 days", "2", Span.DEFAULT);
    preset(presets, shown, link, "This month", "M", month.toString());
    preset(presets, shown, link, "Last month", "", month.minusMonths(1).toString());
    preset(presets, shown, link, "Last 12 months", "", yearAgo + ".." + today);
    preset(presets, shown, link, "This year", "", Integer.toString(today.getYear()));
    preset(presets, shown, link, "All time", "", first + ".." + today);
    return presets;
  }

  private static void preset(
      List<Preset> presets,
      Span shown,
      Function<Span, String> link,
      String label,
      String key,
      String date) {
    Span.parse(date, shown.today())
        .ifPresent(
            span ->
                presets.add(
                    new Preset(label, key, link.apply(span), span.key().equals(shown.key()))));
  }

  private static Month month(DashboardQuery query, YearMonth month, LocalDate first) {
    List<List<Day>> weeks = new ArrayList<>();
    LocalDate monday = Grain.WEEK.start(month.atDay(1));
    while (!monday.isAfter(month.atEndOfMonth())) {
      List<Day> week = new ArrayList<>();
      for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
        week.add(YearMonth.from(day).equals(month) ? day(query, day, first) : Day.GAP);
      }
      weeks.add(week);
      monday = monday.plusDays(7);
    }
    boolean ahead = month.atDay(1).isAfter(query.span().today());
    String href =
        Span.parse(month.toString(), query.span().today())
            .filter(span -> !ahead)
            .map(span -> query.at(span).link())
            .orElse("");
    return new Month(Days.month(month.atDay(1)), href, weeks);
  }

  private static Day day(DashboardQuery query, LocalDate day, LocalDate first) {
    Span span = query.span();
    boolean edge = day.equals(span.from()) || day.equals(span.to());
    boolean was = query.before().filter(before -> before.contains(day)).isPresent();
    String look = edge ? "in edge" : span.contains(day) ? "in" : was ? "was" : "";
    boolean ahead = day.isAfter(span.today());
    String text = Integer.toString(day.getDayOfMonth());
    if (ahead || day.isBefore(first)) {
      String reason = ahead ? "still to come" : "before the first hit";
      return new Day(text, "", look, Days.full(day) + ", " + reason);
    }
    String place = day.equals(span.from()) ? ", first day" : ", last day";
    return new Day(
        text,
        query.at(Span.of(day, day, span.today())).link(),
        look,
        Days.full(day) + (edge ? place : ""));
  }

  private static List<Choice> grains(DashboardQuery query) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "What fits", query.by() == null));
    for (Grain grain : List.of(Grain.DAY, Grain.WEEK, Grain.MONTH)) {
      String word = grain.word();
      String label = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      choices.add(new Choice(word, label, grain == query.by()));
    }
    return choices;
  }

  private static List<Choice> compares(DashboardQuery query) {
    return Arrays.stream(Compare.values())
        .map(
            compare ->
                new Choice(
                    compare == Compare.BEFORE ? "" : compare.word(),
                    compare.title(),
                    compare == query.compare()))
        .toList();
  }
}
