package org.footfall.enrich.geo;

import java.util.List;
import org.footfall.config.Setting;

/** The settings of the group {@code geo}. */
public final class GeoSettings {
  static final Setting<String> FILE =
      Setting.path(
          "geo.file",
          "builtin",
          "Which countries addresses belong to: \"builtin\" for the data that came along,"
              + " \"none\", or the path of a .mmdb file.");

  /** All of them. */
  public static final List<Setting<?>> ALL = List.of(FILE);

  private GeoSettings() {}
}
