package org.footfall.enrich.geo;

import java.util.List;
import org.footfall.config.Setting;

/** The settings of the group {@code geo}. */
public final class GeoSettings {
  static final Setting<String> FILE =
      Setting.path(
              "geo.file",
              "builtin",
              "Where addresses are: \"builtin\" for the countries that came along, \"none\", or the"
                  + " path of a .mmdb file with countries or cities. A new version is taken up"
                  + " within a minute.")
          .reloadable();
  static final Setting<String> NETWORK_FILE =
      Setting.path(
              "geo.network_file",
              "none",
              "Whose networks addresses are of: \"none\", or the path of a .mmdb file with"
                  + " providers (ASN or ISP).")
          .reloadable();

  /** All of them. */
  public static final List<Setting<?>> ALL = List.of(FILE, NETWORK_FILE);

  private GeoSettings() {}
}
