package org.footfall.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a chart: from zero to a little above the highest value, with three to five
 * round lines between.
 *
 * @param top the value at the upper edge
 */
record Scale(double top, List<Double> lines) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final double[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400
  };

  /** For counts: whole lines only. */
  static Scale counts(double highest) {
    return of(highest, Math.max(1, round(highest / 5)));
  }

  /** For rates between 0 and 1. */
  static Scale rates(double highest) {
    return of(highest, round(Math.max(highest, 0.05) / 5));
  }

  /** For seconds: lines where a clock has them. */
  static Scale seconds(double highest) {
    for (double step : SECONDS) {
      if (step * 5 > highest) {
        return of(highest, step);
      }
    }
    return of(highest, round(highest / 5));
  }

  private static Scale of(double highest, double step) {
    double top = Math.max(highest * 1.06, step * 3);
    List<Double> lines = new ArrayList<>();
    for (int i = 1; i * step <= top; i++) {
      lines.add(i * step);
    }
    return new Scale(top, List.copyOf(lines));
  }

  private static double round(double raw) {
    if (raw <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : ROUND) {
      boolean whole = factor != 2.5 || power != 1;
      if (raw <= factor * power && whole) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
