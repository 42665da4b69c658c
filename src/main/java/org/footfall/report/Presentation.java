package org.footfall.report;

import org.footfall.segment.DeviceNames;

/**
 * How this server presents what was counted.
 *
 * @param assistantsApart whether AI assistants are a channel of their own, and not websites
 */
public record Presentation(DeviceNames devices, boolean assistantsApart) {
  /** As a Matomo 5.2 does, without names of devices. */
  public static final Presentation PLAIN = new Presentation(DeviceNames.NONE, false);
}
