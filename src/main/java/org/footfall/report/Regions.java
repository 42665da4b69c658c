package org.footfall.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of the parts of countries by their codes of ISO 3166-2, from the npm package {@code
 * iso-3166}, whose file lists a code and a name on a line each.
 */
final class Regions {
  private static final String LIST = "2.js";
  private static final Pattern CODE_AND_NAME =
      Pattern.compile("code: '([A-Z]{2}-[A-Z0-9]{1,3})',\\s+name: (?:'([^']*)'|\"([^\"]*)\")");
  private static final Map<String, String> NAMES = read();

  private Regions() {}

  /** The name of a country's region; its code when it has none. */
  static String name(String country, String code) {
    return NAMES.getOrDefault(country.toUpperCase(Locale.ROOT) + "-" + code, code);
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    try (InputStream in = Regions.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(LIST + " is not in the build");
      }
      Matcher found = CODE_AND_NAME.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (found.find()) {
        names.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(names);
  }
}
