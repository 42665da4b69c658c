package org.footfall.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns the moments of a {@link TimeChart} into coordinates. */
final class Plot {
  private static final int MOST_TICKS = 6;
  private static final double LEAST_TICK_DISTANCE = 11;
  private static final double BAR_SHARE = 0.34;

  private final List<TimeChart.Moment> moments;
  private final Scale scale;
  private final boolean bars;

  Plot(List<TimeChart.Moment> moments, Scale scale, boolean bars) {
    this.moments = moments;
    this.scale = scale;
    this.bars = bars;
  }

  double height(double value) {
    int room = TimeChart.BOTTOM - TimeChart.TOP;
    return TimeChart.BOTTOM - room * value / scale.top();
  }

  String y(double value) {
    return Figures.position(height(value));
  }

  /** The middle of a point's slot in percent. */
  private double x(double index) {
    int points = moments.size();
    if (bars) {
      return 100 * (index + 0.5) / points;
    }
    return 100 * index / (points - 1);
  }

  private double clampedX(double index) {
    return Math.min(100, Math.max(0, x(index)));
  }

  List<TimeChart.Band> weekends() {
    List<TimeChart.Band> bands = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      if (!moments.get(i).weekend()) {
        continue;
      }
      int end = i;
      while (end + 1 < moments.size() && moments.get(end + 1).weekend()) {
        end++;
      }
      double left = clampedX(i - 0.5);
      bands.add(
          new TimeChart.Band(Figures.position(left), Figures.position(clampedX(end + 0.5) - left)));
      i = end;
    }
    return bands;
  }

  /** The line through known values; a gap begins a new stretch. */
  String path(Function<TimeChart.Moment, Double> value, boolean open) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < moments.size(); i++) {
      TimeChart.Moment moment = moments.get(i);
      Double at = value.apply(moment);
      if (at == null || (moment.open() && !open)) {
        pen = false;
        continue;
      }
      path.append(pen ? 'L' : 'M').append(point(i, at));
      pen = true;
    }
    return path.toString();
  }

  /** The last stretch, to a moment that is not over. */
  String openPath() {
    for (int i = 1; i < moments.size(); i++) {
      TimeChart.Moment earlier = moments.get(i - 1);
      TimeChart.Moment moment = moments.get(i);
      if (moment.open() && moment.now() != null && earlier.now() != null) {
        return "M" + point(i - 1, earlier.now()) + "L" + point(i, moment.now());
      }
    }
    return "";
  }

  String area() {
    StringBuilder area = new StringBuilder();
    int first = -1;
    int last = -1;
    for (int i = 0; i < moments.size(); i++) {
      Double now = moments.get(i).now();
      if (now == null) {
        break;
      }
      area.append(first < 0 ? 'M' : 'L').append(point(i, now));
      first = first < 0 ? i : first;
      last = i;
    }
    if (first < 0) {
      return "";
    }
    return area.append('L')
        .append(point(last, 0))
        .append('L')
        .append(point(first, 0))
        .append('Z')
        .toString();
  }

  private String point(int index, double value) {
    return Figures.position(10 * x(index)) + " " + y(value);
  }

  List<TimeChart.Bar> bars(Function<TimeChart.Moment, Double> value, int side) {
    double slot = 100.0 / moments.size();
    List<TimeChart.Bar> drawn = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      Double at = value.apply(moments.get(i));
      if (at == null) {
        continue;
      }
      double left = x(i) + (side == 0 ? -BAR_SHARE * slot : 0.01 * slot);
      drawn.add(
          new TimeChart.Bar(
              Figures.position(left),
              Figures.position((BAR_SHARE - 0.01) * slot),
              y(at),
              Figures.position(TimeChart.BOTTOM - height(at)),
              side == 0 && moments.get(i).open()));
    }
    return drawn;
  }

  /** The first, the last, and what fits between of those that asked for a label. */
  List<TimeChart.Tick> ticks() {
    int last = moments.size() - 1;
    List<Integer> wanted = new ArrayList<>();
    for (int i = 1; i < last; i++) {
      boolean room = x(i) - x(0) >= LEAST_TICK_DISTANCE && x(last) - x(i) >= LEAST_TICK_DISTANCE;
      if (!moments.get(i).tick().isEmpty() && (bars || room)) {
        wanted.add(i);
      }
    }
    int step = Math.max(1, (wanted.size() + MOST_TICKS - 3) / (MOST_TICKS - 2));
    List<TimeChart.Tick> ticks = new ArrayList<>();
    ticks.add(tick(0, bars ? "middle" : "start", true));
    for (int i = bars ? 0 : step - 1; i < wanted.size(); i += bars ? 1 : step) {
      ticks.add(tick(wanted.get(i), "middle", isEssential(i, wanted.size())));
    }
    if (last > 0) {
      ticks.add(tick(last, bars ? "middle" : "end", true));
    }
    return ticks;
  }

  /** Narrow pages have room for one label between the ends, or for every other bar's. */
  private boolean isEssential(int place, int count) {
    return bars ? count <= 3 || place % 2 == 1 : place == count / 2;
  }

  private TimeChart.Tick tick(int index, String anchor, boolean essential) {
    TimeChart.Moment moment = moments.get(index);
    String label = moment.tick().isEmpty() ? moment.label() : moment.tick();
    return new TimeChart.Tick(Figures.position(x(index)), anchor, label, essential);
  }

  List<TimeChart.Slot> slots(KeyFigure figure) {
    List<TimeChart.Slot> slots = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      TimeChart.Moment moment = moments.get(i);
      double left = clampedX(i - 0.5);
      slots.add(
          new TimeChart.Slot(
              Figures.position(x(i)),
              Figures.position(left),
              Figures.position(clampedX(i + 0.5) - left),
              moment.now() == null ? "" : y(moment.now()),
              moment.label(),
              moment.compared(),
              moment.now() == null ? "–" : figure.write(moment.now()),
              moment.before() == null ? "–" : figure.write(moment.before()),
              change(moment, figure)));
    }
    return slots;
  }

  private static String change(TimeChart.Moment moment, KeyFigure figure) {
    if (moment.open()) {
      return "so far";
    }
    if (moment.now() == null || moment.before() == null) {
      return "–";
    }
    return figure.change(moment.now(), moment.before()).text();
  }
}
