package org.footfall.visit;

/**
 * What a visit's first hit says about the visitor's place and device.
 *
 * @param country ISO 3166-1 in lower case, or empty
 * @param region ISO 3166-2 without the country, or empty
 * @param latitude degrees times 1,000,000; with {@code longitude} 0 when unknown
 * @param address the masked address, 4 or 16 bytes, or empty
 * @param language the accepted languages, at most 20 characters
 * @param localTime the visitor's clock in seconds of the day
 * @param resolution like {@code 1920x1080}, or empty
 * @param plugins bits, see {@link Plugins}
 * @param provider whose network the address is of, or empty
 */
public record Traits(
    String country,
    String region,
    String city,
    long latitude,
    long longitude,
    byte[] address,
    String language,
    int localTime,
    String resolution,
    int plugins,
    String userAgent,
    DeviceTraits device,
    String provider) {

  /** The same visitor at another place, as far as that is told. */
  Traits at(Traits other) {
    boolean somewhere = other.latitude != 0 || other.longitude != 0;
    return new Traits(
        other.country.isEmpty() ? country : other.country,
        other.region.isEmpty() ? region : other.region,
        other.city.isEmpty() ? city : other.city,
        somewhere ? other.latitude : latitude,
        somewhere ? other.longitude : longitude,
        address,
        language,
        localTime,
        resolution,
        plugins,
        userAgent,
        device,
        provider);
  }
}
