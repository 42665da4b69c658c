package org.footfall.archive;

import java.time.Duration;
import java.util.List;
import org.footfall.config.Setting;

/** What an operator may set about archiving. */
public final class ArchiveSettings {
  public static final Setting<Duration> INTERVAL =
      Setting.duration(
              "archive.interval",
              Duration.ofMinutes(1),
              "How often the log is compacted and what changed is counted.")
          .min(Duration.ofSeconds(1))
          .reloadable();

  static final Setting<Duration> SEAL_AFTER =
      Setting.duration(
          "archive.seal_after",
          Duration.ofHours(4),
          "How long after a day's end its segments become one; late hits are taken at any time.");

  static final Setting<Integer> SEGMENTS =
      Setting.number(
              "archive.segments",
              10,
              "How many saved segments of a site are counted before somebody asks.")
          .min(0)
          .max(100);

  public static final List<Setting<?>> ALL = List.of(INTERVAL, SEAL_AFTER, SEGMENTS);

  private ArchiveSettings() {}
}
