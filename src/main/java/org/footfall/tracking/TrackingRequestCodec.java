package org.footfall.tracking;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.enrich.geo.Place;
import org.footfall.site.SiteId;

/**
 * How a tracking request is stored in the queue.
 *
 * <p>One byte of format version, then: site, receive time in microseconds since 1970, flags, the
 * hash of the address (8 bytes), the masked address, country, the rest of the place if a flag says
 * so (region, city, provider, latitude and longitude with their sign in the lowest bit), user
 * agent, language, client hints, parameters. Numbers have variable length (seven bits a byte,
 * lowest first); texts are UTF-8 with their length in front; a pair begins with one byte, the code
 * of a name in {@link KnownNames}, or 0 and then the name. A page view takes some 250 bytes, of
 * which user agent, URL and title are most.
 *
 * <p>Whatever waits in a queue must stay readable after an upgrade: a new version gets a new
 * number, and reading the old ones remains. Version 1 knew countries only, and is the same without
 * that flag. Reading refuses anything else with a {@link CodecException}; a checksum is the queue's
 * business.
 */
public final class TrackingRequestCodec {
  private static final int VERSION = 2;
  private static final int OLDEST_VERSION = 1;
  private static final int TRUSTED = 1;
  private static final int ADDRESS_4 = 2;
  private static final int ADDRESS_16 = 4;
  private static final int DETAILED_PLACE = 8;
  private static final long MICROS = 1_000_000;

  private TrackingRequestCodec() {}

  public static byte[] encode(TrackingRequest request) {
    ByteWriter out = new ByteWriter();
    out.octet(VERSION);
    out.number(request.site().value());
    Instant at = request.receivedAt();
    out.number(at.getEpochSecond() * MICROS + at.getNano() / 1_000);
    byte[] address = request.address();
    Place place = request.place();
    out.octet(
        (request.trusted() ? TRUSTED : 0)
            | addressFlag(address)
            | (place.isDetailed() ? DETAILED_PLACE : 0));
    out.eightBytes(request.addressHash());
    out.raw(address);
    place(out, place);
    out.text(request.userAgent());
    out.text(request.acceptLanguage());
    pairs(out, request.clientHints());
    pairs(out, request.parameters());
    return out.toBytes();
  }

  /**
   * The request that was stored.
   *
   * @throws CodecException for anything that {@link #encode} did not make
   */
  public static TrackingRequest decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int version = in.octet();
    if (version < OLDEST_VERSION || version > VERSION) {
      throw new CodecException("stored as format " + version + ", which this version cannot read");
    }
    long site = in.number();
    if (site <= 0 || site > Integer.MAX_VALUE) {
      throw new CodecException("site " + site);
    }
    Instant receivedAt = instant(in.number());
    int flags = in.octet();
    long hash = in.eightBytes();
    byte[] address = in.raw(addressLength(flags));
    Place place = place(in, (flags & DETAILED_PLACE) != 0);
    String userAgent = in.text();
    String language = in.text();
    Map<String, String> hints = pairs(in);
    Map<String, String> parameters = pairs(in);
    in.end();
    return new TrackingRequest(
        new SiteId((int) site),
        receivedAt,
        parameters,
        userAgent,
        language,
        hints,
        address,
        hash,
        place,
        (flags & TRUSTED) != 0);
  }

  private static void place(ByteWriter out, Place place) {
    out.text(place.country());
    if (place.isDetailed()) {
      out.text(place.region());
      out.text(place.city());
      out.text(place.provider());
      out.number(place.latitude() << 1 ^ place.latitude() >> 63);
      out.number(place.longitude() << 1 ^ place.longitude() >> 63);
    }
  }

  private static Place place(ByteReader in, boolean detailed) {
    String country = in.text();
    if (!detailed) {
      return Place.in(country);
    }
    String region = in.text();
    String city = in.text();
    String provider = in.text();
    return new Place(country, region, city, signed(in), signed(in), provider);
  }

  private static long signed(ByteReader in) {
    long value = in.number();
    return value >>> 1 ^ -(value & 1);
  }

  private static void pairs(ByteWriter out, Map<String, String> pairs) {
    out.number(pairs.size());
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      int code = KnownNames.code(pair.getKey());
      out.octet(code);
      if (code == 0) {
        out.text(pair.getKey());
      }
      out.text(pair.getValue());
    }
  }

  private static Map<String, String> pairs(ByteReader in) {
    int count = in.count();
    Map<String, String> pairs = new LinkedHashMap<>(2 * count);
    for (int i = 0; i < count; i++) {
      int code = in.octet();
      String name = code == 0 ? in.text() : KnownNames.name(code);
      pairs.put(name, in.text());
    }
    return pairs;
  }

  private static Instant instant(long micros) {
    try {
      return Instant.ofEpochSecond(
          Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    } catch (DateTimeException e) {
      throw new CodecException("a time of " + micros + " µs");
    }
  }

  private static int addressFlag(byte[] address) {
    return switch (address.length) {
      case 0 -> 0;
      case 4 -> ADDRESS_4;
      case 16 -> ADDRESS_16;
      default -> throw new IllegalArgumentException("an address of " + address.length + " bytes");
    };
  }

  private static int addressLength(int flags) {
    return switch (flags & (ADDRESS_4 | ADDRESS_16)) {
      case 0 -> 0;
      case ADDRESS_4 -> 4;
      case ADDRESS_16 -> 16;
      default -> throw new CodecException("two kinds of address at once");
    };
  }
}
