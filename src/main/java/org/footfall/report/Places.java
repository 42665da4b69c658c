package org.footfall.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.segment.Countries;

/** What people read for codes of places and languages, in English. */
public final class Places {
  /** The code of a place, or language, that is not known. */
  static final String UNKNOWN_CODE = "xx";

  private static final String UNKNOWN = "Unknown";
  private static final Map<String, String> CONTINENTS =
      Map.of(
          "afr", "Africa",
          "amc", "Central America",
          "amn", "North America",
          "ams", "South America",
          "ant", "Antarctica",
          "asi", "Asia",
          "eur", "Europe",
          "oce", "Oceania");

  private Places() {}

  /** The code, and of none the one that says so. */
  static String code(String stored) {
    return stored.isEmpty() ? UNKNOWN_CODE : stored;
  }

  static String country(String code) {
    return code.equals(UNKNOWN_CODE) ? UNKNOWN : Countries.name(code);
  }

  /** The name of the continent that a country is on. */
  public static String continent(String country) {
    return CONTINENTS.getOrDefault(Countries.continent(country), UNKNOWN);
  }

  /** Country, region and perhaps city as people write them: the smallest first. */
  static String place(List<String> codes) {
    StringBuilder place = new StringBuilder();
    int smallest = codes.size() - 1;
    for (int i = smallest; i >= 0; i--) {
      if (i == smallest || !codes.get(i).equals(UNKNOWN_CODE)) {
        place.append(place.isEmpty() ? "" : ", ").append(name(codes, i));
      }
    }
    return place.toString();
  }

  /** A part of a place: country, region, city. */
  public static String name(List<String> codes, int part) {
    String code = codes.get(part);
    if (code.equals(UNKNOWN_CODE)) {
      return UNKNOWN;
    }
    return switch (part) {
      case 0 -> country(code);
      case 1 -> Regions.name(codes.get(0), code);
      default -> code;
    };
  }

  static String language(String code) {
    return code.equals(UNKNOWN_CODE)
        ? UNKNOWN
        : new Locale(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /** {@code fr-be} is {@code French - Belgium (fr-be)}. */
  static String languageCode(String code) {
    int dash = code.indexOf('-');
    String name =
        dash < 0
            ? language(code)
            : language(code.substring(0, dash)) + " - " + country(code.substring(dash + 1));
    return name + " (" + code + ")";
  }
}
