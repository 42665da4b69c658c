package org.footfall.visitlog;

import java.util.List;
import org.footfall.config.Setting;

/** What an operator may set about the log. */
public final class LogSettings {
  public static final Setting<Long> CACHE =
      Setting.size(
              "log.cache",
              48L << 20,
              "Memory for columns of the visit log that were read lately; more makes reports over"
                  + " many days faster.")
          .min(1L << 20);

  public static final List<Setting<?>> ALL = List.of(CACHE);

  private LogSettings() {}
}
