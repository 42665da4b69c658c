package org.footfall.ui;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Visits by weekday and hour as a grid of seven tints. The lightest is for few, the strongest for
 * the busiest hours; tints are equal steps of the highest number.
 *
 * @param highest the number behind the strongest tint
 */
record HeatGrid(List<Line> lines, List<Label> hours, String highest, String sentence) {
  static final int ROW_HEIGHT = 25;
  private static final int TINTS = 7;
  private static final double STEP = 100.0 / 24;

  /** A weekday. */
  record Line(String name, int y, int labelY, List<Cell> cells) {}

  /** An hour of a weekday. */
  record Cell(String x, String width, int tint, String says) {}

  /** An hour's name below. */
  record Label(String x, String text) {}

  static HeatGrid of(List<List<Long>> weekHours) {
    long most = 0;
    int busyDay = 0;
    int busyHour = 0;
    for (int day = 0; day < weekHours.size(); day++) {
      for (int hour = 0; hour < 24; hour++) {
        long visits = weekHours.get(day).get(hour);
        if (visits > most) {
          most = visits;
          busyDay = day;
          busyHour = hour;
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int day = 0; day < weekHours.size(); day++) {
      int y = 2 + ROW_HEIGHT * day;
      lines.add(new Line(name(day, TextStyle.SHORT), y, y + 15, cells(day, weekHours, most)));
    }
    List<Label> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour += 3) {
      hours.add(new Label(Figures.position((hour + 0.45) * STEP), clock(hour).substring(0, 2)));
    }
    String sentence =
        "Visits by weekday and hour. Busiest: %s %s, %s."
            .formatted(
                name(busyDay, TextStyle.FULL),
                clock(busyHour),
                Figures.counted(most, "visit", "visits"));
    return new HeatGrid(lines, hours, Figures.count(most), sentence);
  }

  private static List<Cell> cells(int day, List<List<Long>> weekHours, long most) {
    List<Cell> cells = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      long visits = weekHours.get(day).get(hour);
      int tint = most == 0 ? 0 : (int) Math.min(TINTS - 1, TINTS * visits / most);
      cells.add(
          new Cell(
              Figures.position(hour * STEP),
              Figures.position(STEP * 0.91),
              tint,
              "%s %s: %s"
                  .formatted(
                      name(day, TextStyle.SHORT),
                      clock(hour),
                      Figures.counted(visits, "visit", "visits"))));
    }
    return cells;
  }

  private static String name(int day, TextStyle style) {
    return DayOfWeek.of(day + 1).getDisplayName(style, Locale.ENGLISH);
  }

  private static String clock(int hour) {
    return (hour < 10 ? "0" : "") + hour + ":00";
  }
}
