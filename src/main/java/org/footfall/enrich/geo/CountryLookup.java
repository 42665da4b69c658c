package org.footfall.enrich.geo;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.footfall.config.Config;

/**
 * Finds the country of an address. Reads the layout of MaxMind ({@code country.iso_code}) and the
 * flat one ({@code country_code}). Safe for many threads.
 */
public final class CountryLookup implements AutoCloseable {
  private static final String BUILTIN = "geo-whois-asn-country.mmdb";

  private final Reader reader;

  private CountryLookup(Reader reader) {
    this.reader = reader;
  }

  /**
   * Opens what the configuration names.
   *
   * @throws IllegalArgumentException with a sentence for the operator when the file cannot be used
   */
  public static CountryLookup open(Config config) {
    return open(config.get(GeoSettings.FILE));
  }

  static CountryLookup open(String file) {
    return switch (file) {
      case "none" -> none();
      case "builtin" -> builtin();
      default -> file(Path.of(file));
    };
  }

  /** Knows no place. */
  public static CountryLookup none() {
    return new CountryLookup(null);
  }

  /** The data that came along. */
  public static CountryLookup builtin() {
    try (InputStream in = CountryLookup.class.getResourceAsStream(BUILTIN)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + BUILTIN);
      }
      return new CountryLookup(new Reader(in));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + BUILTIN, e);
    }
  }

  private static CountryLookup file(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "geo.file: cannot read "
              + file
              + ". Correct the path, or write \"builtin\" or \"none\".");
    }
    try {
      return new CountryLookup(new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED));
    } catch (IOException e) {
      throw new IllegalArgumentException("geo.file: " + file + " is no usable .mmdb file.", e);
    }
  }

  /** ISO 3166-1 code in lower case, or the empty text. */
  public String country(byte[] address) {
    if (reader == null || address.length == 0) {
      return "";
    }
    try {
      Map<?, ?> found = reader.get(InetAddress.getByAddress(address), Map.class);
      return found == null ? "" : code(found);
    } catch (IOException e) {
      return "";
    }
  }

  private static String code(Map<?, ?> found) {
    Object code = found.get("country_code");
    if (code == null && found.get("country") instanceof Map<?, ?> country) {
      code = country.get("iso_code");
    }
    return code instanceof String text && text.length() == 2 ? text.toLowerCase(Locale.ROOT) : "";
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
