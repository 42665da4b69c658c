package org.footfall.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What follows from a country's code: its English name, and where it lies. */
public final class Countries {
  private static final Map<String, String> CONTINENTS = read();

  private Countries() {}

  /** Its English name; the code itself for one that no country has. */
  public static String name(String code) {
    return code.isEmpty() ? "Unknown" : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /** Matomo's code of the continent. */
  public static String continent(String code) {
    return CONTINENTS.getOrDefault(code, "unk");
  }

  private static Map<String, String> read() {
    Map<String, String> continents = new HashMap<>();
    try (InputStream in = Countries.class.getResourceAsStream("continents.tsv")) {
      if (in == null) {
        throw new IllegalStateException("continents.tsv is not in the build");
      }
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().toList()) {
        for (String country : line.substring(4).split(" ", -1)) {
          continents.put(country, line.substring(0, 3));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(continents);
  }
}
