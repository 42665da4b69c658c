package org.footfall.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures a dashboard opens with; each can be drawn over time. */
enum KeyFigure {
  VISITS("Visits", "visits"),
  VISITORS("Unique visitors", "visitors"),
  PAGE_VIEWS("Page views", "page views"),
  BOUNCE_RATE("Bounce rate", "bounce rate"),
  AVERAGE_VISIT("Average visit", "average visit");

  private final String title;
  private final String plural;

  KeyFigure(String title, String plural) {
    this.title = title;
    this.plural = plural;
  }

  /** The value of {@code plot}, if it is one. */
  static Optional<KeyFigure> parse(String text) {
    for (KeyFigure figure : values()) {
      if (figure.word().equals(text)) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }

  /** As in addresses. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Over several days visitors are an average, because the same person may come on each. */
  String title(boolean severalDays) {
    return this == VISITORS && severalDays ? "Visitors a day, average" : title;
  }

  /** As inside a sentence. */
  String plural() {
    return plural;
  }

  /** The figure over some days: a sum, or for visitors and rates what its name says. */
  double of(List<DayFigures> days) {
    return switch (this) {
      case VISITS -> DayFigures.sum(days, DayFigures::visits);
      case VISITORS ->
          days.isEmpty() ? 0 : (double) DayFigures.sum(days, DayFigures::visitors) / days.size();
      case PAGE_VIEWS -> DayFigures.sum(days, DayFigures::pageViews);
      case BOUNCE_RATE -> DayFigures.perVisit(days, DayFigures::bounces);
      case AVERAGE_VISIT -> DayFigures.perVisit(days, DayFigures::seconds);
    };
  }

  /** Exact, as in figures, tables and tooltips. */
  String write(double value) {
    return switch (this) {
      case VISITS, VISITORS, PAGE_VIEWS -> Figures.count(Math.round(value));
      case BOUNCE_RATE -> Figures.oneDecimal(100 * value) + "%";
      case AVERAGE_VISIT -> Figures.duration(value);
    };
  }

  /** Short, as on axes. */
  String axis(double value) {
    return switch (this) {
      case VISITS, VISITORS, PAGE_VIEWS -> Figures.abbreviated(value);
      case BOUNCE_RATE -> Figures.abbreviated(100 * value) + "%";
      case AVERAGE_VISIT -> Figures.duration(value).replace(" 00s", "").replace(" 00m", "");
    };
  }

  Scale scale(double highest) {
    return switch (this) {
      case VISITS, VISITORS, PAGE_VIEWS -> Scale.counts(highest);
      case BOUNCE_RATE -> Scale.rates(highest);
      case AVERAGE_VISIT -> Scale.seconds(highest);
    };
  }

  Change change(double now, double before) {
    return switch (this) {
      case VISITS, VISITORS, PAGE_VIEWS -> Change.ofCount(now, before);
      case BOUNCE_RATE -> Change.ofUnwelcomeRate(now, before);
      case AVERAGE_VISIT -> Change.ofDuration(now, before);
    };
  }
}
