package org.footfall.ui;

import java.util.List;

/**
 * A chart of values over time, as coordinates for a drawing made on the server.
 *
 * <p>The drawing stretches with its panel and needs no script: x is in percent, labels stand at
 * percentages and never scale, while the lines lie in a nested drawing of 1000 units that is
 * stretched. Eight points and more make a line whose first and last point touch the edges; fewer
 * make bars, each in the middle of its slot. The axis begins at zero. What is compared is dashed,
 * what is not over yet is dotted, and what is not known leaves a gap.
 *
 * @param lines round values with their height
 * @param weekends shaded stretches
 * @param now paths of what is over; {@code open} the stretch that is not; {@code area} fills below
 * @param slots one for each point: where the pointer finds it, and what it says
 */
record TimeChart(
    boolean bars,
    List<Line> lines,
    List<Band> weekends,
    String now,
    String open,
    String area,
    String before,
    List<Bar> barsNow,
    List<Bar> barsBefore,
    List<Tick> ticks,
    List<Slot> slots,
    String sentence) {
  static final int HEIGHT = 252;
  static final int TOP = 14;
  static final int BOTTOM = 226;
  private static final int FEWEST_FOR_LINE = 8;

  /** One point in time; {@code null} where a value is not known. */
  record Moment(
      String label,
      String tick,
      String compared,
      Double now,
      Double before,
      boolean weekend,
      boolean open) {}

  /** A round value. */
  record Line(String y, String labelY, String label) {}

  /** A stretch of x in percent. */
  record Band(String x, String width) {}

  /** A bar. */
  record Bar(String x, String width, String y, String height, boolean open) {}

  /** A label below; narrow pages leave out those that are not essential. */
  record Tick(String x, String anchor, String label, boolean essential) {}

  /** A point to look at. */
  record Slot(
      String x,
      String left,
      String width,
      String y,
      String label,
      String compared,
      String now,
      String before,
      String change) {}

  static TimeChart draw(List<Moment> moments, KeyFigure figure, String grain) {
    double highest = 0;
    for (Moment moment : moments) {
      highest = Math.max(highest, Math.max(or(moment.now), or(moment.before)));
    }
    Scale scale = figure.scale(highest);
    boolean bars = moments.size() < FEWEST_FOR_LINE;
    Plot plot = new Plot(moments, scale, bars);
    return new TimeChart(
        bars,
        scale.lines().stream()
            .map(
                value ->
                    new Line(
                        plot.y(value),
                        Figures.position(plot.height(value) + 4),
                        figure.axis(value)))
            .toList(),
        plot.weekends(),
        bars ? "" : plot.path(Moment::now, false),
        bars ? "" : plot.openPath(),
        bars ? "" : plot.area(),
        bars ? "" : plot.path(Moment::before, true),
        bars ? plot.bars(Moment::now, 0) : List.of(),
        bars ? plot.bars(Moment::before, 1) : List.of(),
        plot.ticks(),
        plot.slots(figure),
        sentence(moments, figure, grain));
  }

  private static String sentence(List<Moment> moments, KeyFigure figure, String grain) {
    List<Moment> over = moments.stream().filter(m -> m.now != null && !m.open).toList();
    String soFar = soFar(moments, figure);
    if (over.stream().allMatch(moment -> moment.now == 0)) {
      return soFar.isEmpty()
          ? "No " + figure.plural() + " in this period."
          : figure.title(false) + " by " + grain + "." + soFar;
    }
    Moment low = over.get(0);
    Moment high = over.get(0);
    for (Moment moment : over) {
      low = moment.now < low.now ? moment : low;
      high = moment.now > high.now ? moment : high;
    }
    return "%s by %s. Between %s and %s; highest %s.%s"
        .formatted(
            figure.title(false),
            grain,
            figure.write(low.now),
            figure.write(high.now),
            high.label,
            soFar);
  }

  /** What the moment that is not over has come to, if anything. */
  private static String soFar(List<Moment> moments, KeyFigure figure) {
    for (Moment moment : moments) {
      if (moment.open && moment.now != null && moment.now > 0) {
        return " " + moment.label + " so far: " + figure.write(moment.now) + ".";
      }
    }
    return "";
  }

  static double or(Double value) {
    return value == null ? 0 : value;
  }
}
