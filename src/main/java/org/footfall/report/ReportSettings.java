package org.footfall.report;

import java.time.Duration;
import java.util.List;
import org.footfall.config.Config;
import org.footfall.config.Setting;

/** What an operator may set about reports. */
public final class ReportSettings {
  static final Setting<Integer> THREADS =
      Setting.number("report.threads", 2, "How many reports are made at once.").min(1).max(64);
  static final Setting<Integer> WAITING =
      Setting.number("report.waiting", 64, "How many more may wait for their turn.")
          .min(1)
          .max(10_000);
  static final Setting<Duration> TIME_LIMIT =
      Setting.duration(
          "report.time_limit",
          Duration.ofSeconds(60),
          "The longest that making one report may take, waiting included.");
  static final Setting<Integer> MAX_ROWS =
      Setting.number("report.max_rows", 1_000_000, "The most rows that a report may have.")
          .min(1_000);
  static final Setting<Long> CACHE =
      Setting.size("report.cache", 48L << 20, "Memory for counted days and finished reports.");

  public static final List<Setting<?>> ALL = List.of(THREADS, WAITING, TIME_LIMIT, MAX_ROWS, CACHE);

  private ReportSettings() {}

  /** The limits an operator set. */
  public static ReportLimits of(Config config) {
    return new ReportLimits(
        config.get(THREADS),
        config.get(WAITING),
        config.get(TIME_LIMIT),
        config.get(MAX_ROWS),
        config.get(CACHE));
  }
}
