package org.footfall.enrich.geo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a record of a database, of whichever layout it is. MaxMind's nests what belongs together
 * and names things in many languages; the flat one has texts and numbers side by side ({@code
 * country_code}, {@code state1}, {@code city}, {@code latitude}). Both name networks alike. What is
 * missing or of another type is not known.
 */
final class PlaceFields {
  private static final double MICRO_DEGREES = 1_000_000;
  private static final int LONGEST_NAME = 200;
  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9]{1,3}");
  private static final List<String> PROVIDERS =
      List.of("isp", "autonomous_system_organization", "organization", "as_name");

  private PlaceFields() {}

  static Place read(Map<?, ?> found) {
    return new Place(
        country(found),
        region(found),
        city(found),
        degrees(found, "latitude", 90),
        degrees(found, "longitude", 180),
        provider(found));
  }

  static String provider(Map<?, ?> found) {
    for (String name : PROVIDERS) {
      if (found.get(name) instanceof String text && !text.isBlank()) {
        return cut(text);
      }
    }
    return "";
  }

  private static String country(Map<?, ?> found) {
    Object code = found.get("country_code");
    if (code == null) {
      code = found.get("country");
    }
    if (code instanceof Map<?, ?> country) {
      code = country.get("iso_code");
    }
    return code instanceof String text && COUNTRY.matcher(text).matches()
        ? text.toLowerCase(Locale.ROOT)
        : "";
  }

  /** Of several, from the largest to the smallest, the largest; names are of no use here. */
  private static String region(Map<?, ?> found) {
    Object code = found.get("state1");
    if (found.get("subdivisions") instanceof List<?> parts
        && !parts.isEmpty()
        && parts.get(0) instanceof Map<?, ?> largest) {
      code = largest.get("iso_code");
    }
    return code instanceof String text && REGION.matcher(text).matches()
        ? text.toUpperCase(Locale.ROOT)
        : "";
  }

  private static String city(Map<?, ?> found) {
    Object name = found.get("city");
    if (name instanceof Map<?, ?> city && city.get("names") instanceof Map<?, ?> names) {
      name = names.get("en");
      if (name == null && !names.isEmpty()) {
        name = names.values().iterator().next();
      }
    }
    return name instanceof String text ? cut(text) : "";
  }

  private static long degrees(Map<?, ?> found, String name, int most) {
    Object value = found.get("location") instanceof Map<?, ?> location ? location.get(name) : null;
    if (value == null) {
      value = found.get(name);
    }
    if (value instanceof Number number && Math.abs(number.doubleValue()) <= most) {
      return Math.round(number.doubleValue() * MICRO_DEGREES);
    }
    return value instanceof String text ? written(text, most) : 0;
  }

  private static long written(String text, int most) {
    try {
      double degrees = text.length() > 20 ? 0 : Double.parseDouble(text);
      return Math.abs(degrees) <= most ? Math.round(degrees * MICRO_DEGREES) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String cut(String text) {
    String stripped = text.strip();
    return stripped.length() > LONGEST_NAME ? stripped.substring(0, LONGEST_NAME) : stripped;
  }
}
