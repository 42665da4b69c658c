package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;

import java.util.List;
import java.util.function.UnaryOperator;
import org.footfall.visitlog.Columns;

/** What a visitor's device and its programs are, one line each. */
final class DeviceDimensions {
  private static final String VISITORS = "Visitors";
  private static final String UNKNOWN = "Unknown";
  private static final String UNKNOWN_CODE = "UNK";

  private static final Values TYPES = WordValues.of(Columns.DEVICE_TYPE, DeviceTypes.WORDS);

  private DeviceDimensions() {}

  static List<SegmentDimension> of(DeviceNames names) {
    return List.of(
        dimension(
            "deviceType", "Device type", VISITORS, String.join(", ", DeviceTypes.WORDS), TYPES),
        dimension(
            "deviceBrand",
            "Device brand",
            VISITORS,
            "Apple, Samsung",
            new TextValues(
                Columns.DEVICE_BRAND, brand -> brand(names, brand), TextValues.Kind.PLAIN)),
        dimension(
            "deviceModel",
            "Device model",
            VISITORS,
            "iPad, Galaxy S20",
            TextValues.of(Columns.DEVICE_MODEL)),
        dimension(
            "operatingSystemCode",
            "Operating system's code",
            VISITORS,
            "WIN, MAC, AND",
            TextValues.of(Columns.OS, UNKNOWN_CODE)),
        dimension(
            "operatingSystemName",
            "Operating system",
            VISITORS,
            "Windows, Android",
            new TextValues(Columns.OS, named(names::os), TextValues.Kind.PLAIN)),
        dimension(
            "operatingSystemVersion",
            "Operating system's version",
            VISITORS,
            "XP, 10, 4.0",
            TextValues.of(Columns.OS_VERSION)),
        dimension(
            "browserCode",
            "Browser's code",
            VISITORS,
            "FF, CH, SF",
            TextValues.of(Columns.BROWSER, UNKNOWN_CODE)),
        dimension(
            "browserName",
            "Browser",
            VISITORS,
            "Firefox, Chrome",
            new TextValues(Columns.BROWSER, named(names::browser), TextValues.Kind.PLAIN)),
        dimension(
            "browserVersion",
            "Browser's version",
            VISITORS,
            "14.0, 120.0",
            TextValues.of(Columns.BROWSER_VERSION)),
        dimension(
            "browserEngine",
            "Browser's engine",
            VISITORS,
            "Gecko, Blink, WebKit",
            TextValues.of(Columns.BROWSER_ENGINE)));
  }

  private static UnaryOperator<String> named(UnaryOperator<String> names) {
    return code -> {
      String name = code.isEmpty() ? "" : names.apply(code);
      return name.isEmpty() ? UNKNOWN : name;
    };
  }

  /** Brands may be stored by their names, too. */
  private static String brand(DeviceNames names, String stored) {
    if (stored.isEmpty()) {
      return UNKNOWN;
    }
    String name = names.brand(stored);
    return name.isEmpty() ? stored : name;
  }
}
