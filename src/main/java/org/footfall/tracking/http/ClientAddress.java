package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.footfall.privacy.IpText;
import org.footfall.privacy.TrustedProxies;

/** The address a request came from, behind trusted proxies, too. */
public final class ClientAddress {
  private final TrustedProxies proxies;

  public ClientAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** 4 or 16 bytes, or none when it is not known. */
  public byte[] of(HttpServletRequest request) {
    byte[] peer = IpText.parse(request.getRemoteAddr());
    String header = proxies.header();
    boolean forwarded = !header.isEmpty() && request.getHeader(header) != null;
    return proxies.visitor(
        peer, forwarded ? String.join(",", Collections.list(request.getHeaders(header))) : null);
  }
}
