package org.footfall.enrich.geo;

/**
 * Where an address is.
 *
 * @param country ISO 3166-1 in lower case, or empty
 * @param region ISO 3166-2 without the country, or empty
 * @param city its English name where there is one, or empty
 * @param latitude degrees times 1,000,000; with {@code longitude} 0 when unknown
 * @param provider who runs the network, or empty
 */
public record Place(
    String country, String region, String city, long latitude, long longitude, String provider) {
  public static final Place UNKNOWN = new Place("", "", "", 0, 0, "");

  /** A place of which the country alone is known; it may be empty. */
  public static Place in(String country) {
    return country.isEmpty() ? UNKNOWN : new Place(country, "", "", 0, 0, "");
  }

  /** Whether there is more than a country. */
  public boolean isDetailed() {
    return !region.isEmpty()
        || !city.isEmpty()
        || latitude != 0
        || longitude != 0
        || !provider.isEmpty();
  }

  /** The network without its place. */
  public Place providerOnly() {
    return new Place("", "", "", 0, 0, provider);
  }

  /** The same place in a network of this provider. */
  Place with(String named) {
    return named.isEmpty() ? this : new Place(country, region, city, latitude, longitude, named);
  }
}
