package org.footfall.ui;

import java.util.List;

/**
 * A key figure.
 *
 * @param href the address that draws it, or empty where nothing can be drawn
 * @param spark its course over the period, or empty; {@code area} fills below
 */
record Tile(
    String title,
    String value,
    Change change,
    String href,
    boolean current,
    String spark,
    String area) {
  private static final double TOP = 2;
  private static final double BOTTOM = 22;

  static Tile of(
      KeyFigure figure, DashboardQuery query, DashboardData data, List<TimeChart.Moment> course) {
    boolean severalDays = query.span().days() > 1;
    List<DayFigures> over = over(data.days(), query.span());
    boolean average = figure == KeyFigure.VISITORS && !over.isEmpty();
    double value = figure.of(average ? over : data.days());
    boolean drawn = query.grain() != Grain.HOUR;
    String line = drawn ? line(course) : "";
    return new Tile(
        figure.title(severalDays),
        figure.write(value),
        change(figure, over, query, data, course),
        drawn ? query.drawing(figure).link() : "",
        drawn && figure == query.plot(),
        line,
        line.isEmpty() ? "" : line + "L100 24L0 24Z");
  }

  /** The days that are over: those alone are compared. */
  private static List<DayFigures> over(List<DayFigures> days, Span span) {
    return days.stream().filter(day -> day.day().isBefore(span.today())).toList();
  }

  private static Change change(
      KeyFigure figure,
      List<DayFigures> over,
      DashboardQuery query,
      DashboardData data,
      List<TimeChart.Moment> course) {
    if (query.span().from().equals(query.span().today())) {
      return figure == KeyFigure.VISITS ? hoursSoFar(course) : new Change("so far", "");
    }
    List<DayFigures> same = data.before().subList(0, Math.min(over.size(), data.before().size()));
    boolean known = DayFigures.sum(same, DayFigures::visits) > 0 && !over.isEmpty();
    return known ? figure.change(figure.of(over), figure.of(same)) : Change.UNKNOWN;
  }

  /** Of today, the hours that are over are compared with the same ones. */
  private static Change hoursSoFar(List<TimeChart.Moment> course) {
    double now = 0;
    double before = 0;
    for (TimeChart.Moment hour : course) {
      if (hour.now() != null && hour.before() != null && !hour.open()) {
        now += hour.now();
        before += hour.before();
      }
    }
    return Change.ofCount(now, before);
  }

  private static String line(List<TimeChart.Moment> course) {
    List<Double> values =
        course.stream()
            .filter(moment -> moment.now() != null && !moment.open())
            .map(TimeChart.Moment::now)
            .toList();
    if (values.size() < 3) {
      return "";
    }
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double height = high == low ? 0.5 : (values.get(i) - low) / (high - low);
      line.append(i == 0 ? 'M' : 'L')
          .append(Figures.position(100.0 * i / (values.size() - 1)))
          .append(' ')
          .append(Figures.position(BOTTOM - (BOTTOM - TOP) * height));
    }
    return line.toString();
  }
}
