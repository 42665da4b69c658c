package org.footfall.enrich.device;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of devices, in the order of the numbers they are stored as. */
public enum DeviceType {
  DESKTOP("desktop"),
  SMARTPHONE("smartphone"),
  TABLET("tablet"),
  FEATURE_PHONE("feature phone"),
  CONSOLE("console"),
  TV("tv"),
  CAR_BROWSER("car browser"),
  SMART_DISPLAY("smart display"),
  CAMERA("camera"),
  PORTABLE_MEDIA_PLAYER("portable media player"),
  PHABLET("phablet"),
  SMART_SPEAKER("smart speaker"),
  WEARABLE("wearable"),
  PERIPHERAL("peripheral"),

  /** Stored as no number at all. */
  UNKNOWN("");

  private static final DeviceType[] ALL = values();

  private final String label;

  DeviceType(String label) {
    this.label = label;
  }

  /** Matomo's number of it, or -1. */
  public int number() {
    return this == UNKNOWN ? -1 : ordinal();
  }

  /** What reports and lists call it; empty if unknown. */
  public String label() {
    return label;
  }

  public static DeviceType of(int number) {
    return number < 0 || number >= UNKNOWN.ordinal() ? UNKNOWN : ALL[number];
  }

  public static Optional<DeviceType> labelled(String label) {
    return Arrays.stream(ALL)
        .filter(type -> type != UNKNOWN && type.label.equals(label))
        .findFirst();
  }
}
