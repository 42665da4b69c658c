package org.footfall.app;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.function.Function;
import org.footfall.privacy.TrustedProxies;

/** The address a request came from, behind trusted proxies, too. */
final class ClientAddress implements Function<HttpServletRequest, String> {
  private final TrustedProxies proxies;

  ClientAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public String apply(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    if (proxies.header().isEmpty()) {
      return peer;
    }
    String forwarded = String.join(",", Collections.list(request.getHeaders(proxies.header())));
    try {
      byte[] address = InetAddress.getByName(peer).getAddress();
      byte[] client = proxies.visitor(address, forwarded.isEmpty() ? null : forwarded);
      return InetAddress.getByAddress(client).getHostAddress();
    } catch (UnknownHostException e) {
      return peer;
    }
  }
}
