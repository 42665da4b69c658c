package org.footfall.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.footfall.site.Site;

/** Figures of the size of a real site's, always the same; with labels of the test's choice. */
final class SampleReader implements DashboardReader {
  volatile boolean hits = true;
  volatile List<String> labels = List.of("/", "/cgi/search.pl", "/category/breakfast-cereals");

  @Override
  public Optional<LocalDate> lastDay(Site site) {
    return hits ? Optional.of(LocalDate.of(2026, 11, 23)) : Optional.empty();
  }

  @Override
  public DashboardData read(Site site, DashboardQuery query) {
    Span span = query.span();
    boolean none = span.to().isBefore(LocalDate.of(2026, 1, 1));
    boolean byHour = query.grain() == Grain.HOUR;
    return new DashboardData(
        none ? List.of() : figures(span.from(), span.reached(), span.today()),
        query.before().map(b -> figures(b.from(), b.to(), span.today())).orElse(List.of()),
        byHour ? hours(1) : List.of(),
        byHour ? hours(2) : List.of(),
        byHour ? List.of() : IntStream.range(0, 7).mapToObj(SampleReader::hours).toList(),
        ranking(labels),
        ranking(labels),
        ranking(List.of("Search engines", "Direct entry", "Websites", "Campaigns")),
        ranking(List.of("en.wikipedia.org", "recipes.example")),
        Optional.of(LocalDate.of(2026, 11, 21)));
  }

  private static List<DayFigures> figures(LocalDate from, LocalDate to, LocalDate today) {
    List<DayFigures> figures = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      long seed = day.toEpochDay();
      long visits =
          150_000 + seed * 7919 % 20_000 + (day.getDayOfWeek().getValue() > 5 ? 45_000 : 0);
      visits = day.equals(today) ? visits / 2 : visits;
      figures.add(
          new DayFigures(
              day,
              visits,
              visits * 4 / 5,
              visits * 2 + seed % 900,
              visits * 58 / 100,
              visits * 112));
    }
    return figures;
  }

  private static List<Long> hours(int day) {
    return LongStream.range(0, 24)
        .map(hour -> Math.max(0, 40_000 - (hour - 18) * (hour - 18) * (250 + 20L * day)))
        .boxed()
        .toList();
  }

  private static DashboardData.Ranking ranking(List<String> labels) {
    List<DashboardData.Item> items = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      items.add(new DashboardData.Item(labels.get(i), 702_114 / (1 + 2L * i)));
    }
    return new DashboardData.Ranking(items, items.size() + 2_411L, 1_900_000);
  }
}
