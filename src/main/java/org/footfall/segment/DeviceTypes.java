package org.footfall.segment;

import java.util.List;

/** Kinds of devices, by the codes that the log has of them. */
public final class DeviceTypes {
  /** The words by which clients select them; the first one's code is 1. */
  public static final List<String> WORDS =
      List.of(
          "desktop",
          "smartphone",
          "tablet",
          "feature phone",
          "console",
          "tv",
          "car browser",
          "smart display",
          "camera",
          "portable media player",
          "phablet",
          "smart speaker",
          "wearable",
          "peripheral");

  private DeviceTypes() {}

  /** The word of a code; empty for none. */
  public static String word(long code) {
    return code < 1 || code > WORDS.size() ? "" : WORDS.get((int) code - 1);
  }
}
