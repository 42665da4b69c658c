package org.footfall.enrich.device;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names behind the codes that are stored of operating systems, browsers and brands, and the
 * families of them, from the lists that came along. Knows no rules and is loaded in milliseconds.
 * What no list knows has the empty text for a name and a family.
 */
public final class DeviceNames {
  /** The code of what is not known. */
  public static final String UNKNOWN_CODE = "UNK";

  private final Codes systems;
  private final Codes browsers;
  private final Codes brands;
  private final Map<String, String> systemFamilies;
  private final Map<String, String> browserFamilies;

  private DeviceNames(PublishedLists lists) {
    systems = new Codes(lists.texts("parser/os/os_systems"));
    browsers = new Codes(lists.texts("parser/client/browser-short"));
    brands = new Codes(lists.texts("parser/device/brand-short"));
    systemFamilies = PublishedLists.keysOfMembers(lists.read("parser/os/os_families"));
    browserFamilies = PublishedLists.keysOfMembers(lists.read("parser/client/browser-families"));
  }

  /** Reads the lists that ship with the program. */
  public static DeviceNames load() {
    return new DeviceNames(new PublishedLists());
  }

  /** {@code WIN} is {@code Windows}. */
  public String nameOfOs(String code) {
    return systems.name(code);
  }

  /** The code of an operating system's name, in any case; {@link #UNKNOWN_CODE} if none. */
  public String codeOfOs(String name) {
    return systems.code(name);
  }

  /** {@code UBT} is of the family {@code GNU/Linux}. */
  public String familyOfOs(String code) {
    return systemFamilies.getOrDefault(code, "");
  }

  /** {@code CH} is {@code Chrome}. */
  public String nameOfBrowser(String code) {
    return browsers.name(code);
  }

  /** The code of a browser's name, in any case; {@link #UNKNOWN_CODE} if none. */
  public String codeOfBrowser(String name) {
    return browsers.code(name);
  }

  /** {@code CM} is of the family {@code Chrome}. */
  public String familyOfBrowser(String code) {
    return browserFamilies.getOrDefault(code, "");
  }

  /** {@code SA} is {@code Samsung}. */
  public String nameOfBrand(String code) {
    return brands.name(code);
  }

  /** The code of a brand's name, in any case; the empty text if none. */
  public String codeOfBrand(String name) {
    String code = brands.code(name);
    return code.equals(UNKNOWN_CODE) ? "" : code;
  }

  /** All operating systems by code. */
  public Map<String, String> systems() {
    return systems.names;
  }

  /** All browsers by code. */
  public Map<String, String> browsers() {
    return browsers.names;
  }

  /** All brands by code. */
  public Map<String, String> brands() {
    return brands.names;
  }

  /** The families of operating systems. */
  public Collection<String> osFamilies() {
    return List.copyOf(new LinkedHashSet<>(systemFamilies.values()));
  }

  private static final class Codes {
    private final Map<String, String> names;
    private final Map<String, String> codes = new HashMap<>();

    private Codes(Map<String, String> names) {
      this.names = Collections.unmodifiableMap(names);
      names.forEach((code, name) -> codes.putIfAbsent(name.toLowerCase(Locale.ROOT), code));
    }

    private String name(String code) {
      return names.getOrDefault(code, "");
    }

    private String code(String name) {
      return codes.getOrDefault(name.toLowerCase(Locale.ROOT), UNKNOWN_CODE);
    }
  }
}
