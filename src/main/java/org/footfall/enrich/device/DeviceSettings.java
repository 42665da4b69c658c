package org.footfall.enrich.device;

import java.util.List;
import org.footfall.config.Setting;

/** The settings of the group {@code device}. */
public final class DeviceSettings {
  static final Setting<Integer> REMEMBERED =
      Setting.number(
              "device.remembered",
              10_000,
              "Of how many user agents the device is remembered; one takes about 1 kB."
                  + " Others are worked out anew, which takes about 0.1 ms each.")
          .min(100)
          .max(1_000_000);

  /** All of them. */
  public static final List<Setting<?>> ALL = List.of(REMEMBERED);

  private DeviceSettings() {}
}
