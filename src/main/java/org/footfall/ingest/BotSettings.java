package org.footfall.ingest;

import java.time.Duration;
import java.util.List;
import org.footfall.config.Setting;

/** What an operator may set about crawlers. */
public final class BotSettings {
  static final Setting<Duration> KEEP =
      Setting.duration(
              "bots.keep",
              Duration.ofDays(400),
              "How long it is kept what crawlers fetched; older days are deleted.")
          .min(Duration.ofDays(1))
          .max(Duration.ofDays(36_500));

  public static final List<Setting<?>> ALL = List.of(KEEP);

  private BotSettings() {}
}
