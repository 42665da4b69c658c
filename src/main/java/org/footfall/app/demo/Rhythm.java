package org.footfall.app.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SplittableRandom;

/**
 * When people come: more on weekends, little at night, most before dinner, a little more weekly.
 */
final class Rhythm {
  private static final double[] WEEKDAYS = {1.0, 0.97, 0.96, 0.98, 1.02, 1.18, 1.34};
  private static final int[] HOURS = {
    9, 5, 3, 2, 2, 4, 10, 22, 34, 42, 52, 62, 66, 56, 48, 47, 56, 74, 92, 88, 70, 52, 34, 18
  };
  private static final double GROWTH_A_DAY = 1.0018;
  private static final double NOISE = 0.05;

  private final int visitsADay;
  private final int[] ends = new int[24];

  Rhythm(int visitsADay) {
    this.visitsADay = visitsADay;
    int end = 0;
    for (int hour = 0; hour < 24; hour++) {
      end += HOURS[hour];
      ends[hour] = end;
    }
  }

  /** How many visits begin on a day, the given number of days after the first. */
  int visits(LocalDate day, int daysSinceFirst, SplittableRandom random) {
    double usual =
        visitsADay
            * WEEKDAYS[day.getDayOfWeek().getValue() - 1]
            * Math.pow(GROWTH_A_DAY, daysSinceFirst);
    return (int) Math.round(usual * (1 + NOISE * (2 * random.nextDouble() - 1)));
  }

  /** When one of them begins. */
  LocalTime start(SplittableRandom random) {
    int at = random.nextInt(ends[23]);
    int hour = 0;
    while (ends[hour] <= at) {
      hour++;
    }
    return LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
  }
}
