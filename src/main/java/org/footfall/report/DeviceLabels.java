package org.footfall.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.footfall.segment.DeviceTypes;

/** What people read for the codes that the log has of devices and programs. */
final class DeviceLabels {
  static final String UNKNOWN = "Unknown";

  /** The code of a system or browser that is not known. */
  static final String UNKNOWN_CODE = "UNK";

  private static final String BOT = "BOT";
  private static final int LONGEST_CODE = 3;
  private static final String GENERIC = "generic ";

  /** The browser that made an engine known. */
  private static final Map<String, String> ENGINES =
      Map.of(
          "Gecko", "Firefox",
          "WebKit", "Safari",
          "Trident", "IE",
          "Presto", "Opera",
          "Blink", "Chrome, Opera",
          "Edge", "Edge",
          "KHTML", "Konqueror");

  private DeviceLabels() {}

  /** The word by which clients select a type; empty for none. */
  static String typeWord(String stored) {
    return DeviceTypes.word(Integer.parseInt(stored));
  }

  static String type(String stored) {
    return capital(typeWord(stored));
  }

  /** The code, and of none the one that says so. */
  static String code(String stored) {
    return stored.isEmpty() ? UNKNOWN_CODE : stored;
  }

  /** Code and version; what is no system's version is not known either. */
  static List<String> osVersion(String stored, String version) {
    String code = code(stored);
    boolean none = version.isEmpty() && (code.equals(UNKNOWN_CODE) || code.equals(BOT));
    return List.of(code, none ? UNKNOWN_CODE : version);
  }

  static String os(String code, Presentation presentation) {
    return named(presentation.devices()::os, code);
  }

  static String osFamily(String code, Presentation presentation) {
    return named(presentation.devices()::osFamily, code);
  }

  static String browser(String code, Presentation presentation) {
    // What is no browser is stored by its name, which is longer than any code.
    return code.length() > LONGEST_CODE ? code : named(presentation.devices()::browser, code);
  }

  /** Brands may be stored by their names, too. */
  static String brand(String stored, Presentation presentation) {
    if (stored.isEmpty()) {
      return UNKNOWN;
    }
    String name = presentation.devices().brand(stored);
    return name.isEmpty() ? stored : name;
  }

  /** With the brand before it, where both are known. */
  static String model(String brand, String model) {
    if (model.isEmpty()) {
      return brand;
    }
    String name = model.startsWith(GENERIC) ? capitals(model) : model;
    return brand.equals(UNKNOWN) ? name : brand + " - " + name;
  }

  static String engine(String engine) {
    if (engine.isEmpty()) {
      return UNKNOWN;
    }
    String known = ENGINES.get(engine);
    return known == null ? engine : engine + " (" + known + ")";
  }

  /** A name with its version, where it has one. */
  static String versioned(String name, String version) {
    boolean told = !version.isEmpty() && !version.equals(UNKNOWN_CODE) && !name.equals(UNKNOWN);
    return told ? name + " " + version : name;
  }

  private static String named(UnaryOperator<String> names, String code) {
    if (code.equals(BOT)) {
      return "Bot";
    }
    String name = names.apply(code);
    return name.isEmpty() ? UNKNOWN : name;
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? UNKNOWN
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String capitals(String words) {
    StringBuilder all = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      all.append(all.isEmpty() ? "" : " ").append(word.isEmpty() ? "" : capital(word));
    }
    return all.toString();
  }
}
