package org.footfall.report;

import java.time.Duration;
import java.util.List;
import org.footfall.config.Config;
import org.footfall.config.Setting;
import org.footfall.segment.DeviceNames;

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

  static final Setting<Boolean> AI_ASSISTANTS =
      Setting.flag(
          "report.ai_assistants",
          false,
          "Whether AI assistants are a channel of their own in reports, as since Matomo 5.5; else"
              + " they are websites.");

  public static final List<Setting<?>> ALL =
      List.of(THREADS, WAITING, TIME_LIMIT, MAX_ROWS, CACHE, AI_ASSISTANTS);

  private ReportSettings() {}

  /** How an operator wants reports to be presented. */
  public static Presentation presentation(Config config, DeviceNames names) {
    return new Presentation(names, config.get(AI_ASSISTANTS));
  }

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
