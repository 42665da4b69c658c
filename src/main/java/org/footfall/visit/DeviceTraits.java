package org.footfall.visit;

import org.footfall.enrich.device.Device;
import org.footfall.enrich.device.DeviceNames;
import org.footfall.enrich.device.DeviceType;

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

  private static final String NO_CODE = DeviceNames.UNKNOWN_CODE;
  private static final String BOT = "BOT";

  /** A device that names no model goes by its kind; versions are kept to their second number. */
  public static DeviceTraits of(Device device) {
    Device.Client client = device.client();
    boolean coded = !client.code().equals(NO_CODE) || client.name().isEmpty();
    return new DeviceTraits(
        device.isBot() ? BOT : device.os().code(),
        device.os().code().equals(NO_CODE) ? NO_CODE : brief(device.os().version()),
        coded ? client.code() : client.name(),
        brief(client.version()),
        client.engine(),
        device.type() == DeviceType.UNKNOWN ? 0 : device.type().number() + 1,
        device.brandCode(),
        device.model().isEmpty() ? generic(device.type()) : device.model());
  }

  private static String generic(DeviceType type) {
    return switch (type) {
      case DESKTOP -> "generic desktop";
      case SMARTPHONE, TABLET, FEATURE_PHONE, PHABLET, CAMERA, PORTABLE_MEDIA_PLAYER ->
          "generic mobile";
      default -> "";
    };
  }

  private static String brief(String version) {
    int first = version.indexOf('.');
    int second = first < 0 ? -1 : version.indexOf('.', first + 1);
    return second < 0 ? version : version.substring(0, second);
  }
}
