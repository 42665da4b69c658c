package org.footfall.visit;

/**
 * What the user agent tells of a device, under the short names that reports know; empty where it is
 * unknown.
 *
 * @param os as {@code WIN}
 * @param browser as {@code FF}
 * @param type the kind of device plus one; 0 unknown
 * @param brand as {@code SA}
 */
public record DeviceTraits(
    String os,
    String osVersion,
    String browser,
    String browserVersion,
    String engine,
    int type,
    String brand,
    String model) {
  public static final DeviceTraits UNKNOWN = new DeviceTraits("", "", "", "", "", 0, "", "");
}
