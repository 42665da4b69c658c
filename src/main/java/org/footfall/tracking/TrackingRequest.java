package org.footfall.tracking;

import java.time.Instant;
import java.util.Map;
import org.footfall.enrich.geo.Place;
import org.footfall.site.SiteId;

/**
 * A tracking request after it was accepted at the door: what is queued. It holds no token and,
 * while masking is on, no raw IP.
 *
 * @param site the site, known to exist
 * @param receivedAt when it came in, to the microsecond
 * @param parameters the client's parameters under Matomo's names, decoded; merged of address and
 *     body (the address wins); without what has done its work at the door (token, address, site,
 *     cache busters, {@code ua}, {@code lang}); {@code cdt} is seconds since 1970, judged, with
 *     {@code cdo} taken off, and only there when the hit did not happen when it came in
 * @param userAgent the header, or what the client sent in {@code ua}
 * @param acceptLanguage the header, or what the client sent in {@code lang}
 * @param clientHints the {@code Sec-CH-UA*} headers that were sent, by lower-case name
 * @param address the visitor's masked address, 4 or 16 bytes, or empty when unknown
 * @param addressHash keyed hash of the full address, per site and day; equal addresses of a site
 *     and day have equal hashes, and nothing else can be learnt of it
 * @param place where the address is; of a trusted sender who says the place himself, only whose
 *     network it is
 * @param trusted the sender proved the right to write: {@code cdt}, {@code country} … count
 */
public record TrackingRequest(
    SiteId site,
    Instant receivedAt,
    Map<String, String> parameters,
    String userAgent,
    String acceptLanguage,
    Map<String, String> clientHints,
    byte[] address,
    long addressHash,
    Place place,
    boolean trusted) {

  /** A request of which no more than the country is known. */
  public TrackingRequest(
      SiteId site,
      Instant receivedAt,
      Map<String, String> parameters,
      String userAgent,
      String acceptLanguage,
      Map<String, String> clientHints,
      byte[] address,
      long addressHash,
      String country,
      boolean trusted) {
    this(
        site,
        receivedAt,
        parameters,
        userAgent,
        acceptLanguage,
        clientHints,
        address,
        addressHash,
        Place.in(country),
        trusted);
  }

  /** When it happened: when it came in, unless the client gave another time that counts. */
  public Instant happenedAt() {
    String given = parameter("cdt");
    return given.isEmpty() ? receivedAt : Instant.ofEpochSecond(Long.parseLong(given));
  }

  /** A parameter's value, or the empty text. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }
}
