package org.footfall.app;

import java.util.List;
import org.footfall.config.Setting;

/** The settings of the group {@code state}. */
public final class StateSettings {
  static final Setting<String> DIRECTORY =
      Setting.path(
          "state.directory",
          "/var/lib/footfall",
          "Directory in which this process keeps what it must know after a restart.");

  /** All of them. */
  public static final List<Setting<?>> ALL = List.of(DIRECTORY);

  private StateSettings() {}
}
