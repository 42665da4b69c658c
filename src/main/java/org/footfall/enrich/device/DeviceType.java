package org.footfall.enrich.device;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of devices, with the numbers under which Matomo stores them. */
public enum DeviceType {
  DESKTOP(0, "desktop"),
  SMARTPHONE(1, "smartphone"),
  TABLET(2, "tablet"),
  FEATURE_PHONE(3, "feature phone"),
  CONSOLE(4, "console"),
  TV(5, "tv"),
  CAR_BROWSER(6, "car browser"),
  SMART_DISPLAY(7, "smart display"),
  CAMERA(8, "camera"),
  PORTABLE_MEDIA_PLAYER(9, "portable media player"),
  PHABLET(10, "phablet"),
  SMART_SPEAKER(11, "smart speaker"),
  WEARABLE(12, "wearable"),
  PERIPHERAL(13, "peripheral"),

  /** Matomo stores no number at all. */
  UNKNOWN(-1, "");

  private final int number;
  private final String label;

  DeviceType(int number, String label) {
    this.number = number;
    this.label = label;
  }

  /** Matomo's number of it, or -1. */
  public int number() {
    return number;
  }

  /** What reports and lists call it; empty if unknown. */
  public String label() {
    return label;
  }

  public static DeviceType of(int number) {
    return Arrays.stream(values())
        .filter(type -> type.number == number)
        .findFirst()
        .orElse(UNKNOWN);
  }

  public static Optional<DeviceType> labelled(String label) {
    return Arrays.stream(values())
        .filter(type -> type != UNKNOWN && type.label.equals(label))
        .findFirst();
  }
}
