package org.footfall.app;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import org.footfall.privacy.IpText;
import org.footfall.tracking.http.ClientAddress;

/**
 * Whom a guessed password is counted for: the address it came from; of IPv6 the network of 64 bits,
 * since whoever has one address of it has them all.
 */
final class GuessSource implements Function<HttpServletRequest, String> {
  private static final int NETWORK_BYTES = 8;

  private final ClientAddress address;

  GuessSource(ClientAddress address) {
    this.address = address;
  }

  @Override
  public String apply(HttpServletRequest request) {
    return name(address.of(request));
  }

  /** The same of an address as people write it; empty for one that is none. */
  static String ofText(String ip) {
    return name(IpText.parse(ip));
  }

  private static String name(byte[] address) {
    int kept = Math.min(address.length, NETWORK_BYTES);
    return HexFormat.of().formatHex(Arrays.copyOf(address, kept));
  }
}
