package org.footfall.privacy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.footfall.config.Config;

/**
 * Finds the visitor behind proxies. Each proxy adds the address it was called from at the end of a
 * header; read backwards, the first one that is not a trusted proxy's is the visitor's. What stands
 * before it, the visitor may have written.
 */
public final class TrustedProxies {
  private static final int LONGEST_HEADER = 4_096;

  private final List<AddressRange> trusted;
  private final String header;

  /**
   * Trusts proxies at these addresses.
   *
   * @param ranges see {@link AddressRange}
   * @param header the name of the header, or empty to believe none
   * @throws IllegalArgumentException when a range cannot be read
   */
  public TrustedProxies(List<String> ranges, String header) {
    List<AddressRange> parsed = new ArrayList<>();
    for (String range : ranges) {
      parsed.add(
          AddressRange.parse(range)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "proxy.trusted: \""
                              + range
                              + "\" is no address or network; write 10.0.0.1 or 10.0.0.0/8.")));
    }
    this.trusted = List.copyOf(parsed);
    this.header = header;
  }

  public static TrustedProxies of(Config config) {
    return new TrustedProxies(config.get(ProxySettings.TRUSTED), config.get(ProxySettings.HEADER));
  }

  /** The header that is to be read, or the empty text. */
  public String header() {
    return header;
  }

  /** Whether a proxy at this address is believed. */
  public boolean trusts(InetAddress address) {
    return trusts(IpText.plain(address.getAddress()));
  }

  /**
   * The visitor's address.
   *
   * @param peer who called us
   * @param forwarded the header's value, several lines joined by commas; may be null
   */
  public byte[] visitor(byte[] peer, String forwarded) {
    if (forwarded == null || forwarded.length() > LONGEST_HEADER || !trusts(peer)) {
      return peer;
    }
    byte[] nearest = peer;
    int end = forwarded.length();
    while (end >= 0) {
      int comma = forwarded.lastIndexOf(',', end - 1);
      byte[] address = IpText.parse(forwarded.substring(comma + 1, end));
      if (address.length == 0) {
        return nearest;
      }
      nearest = address;
      if (!trusts(address)) {
        return nearest;
      }
      end = comma;
    }
    return nearest;
  }

  private boolean trusts(byte[] address) {
    return AddressRange.anyHolds(trusted, address);
  }
}
