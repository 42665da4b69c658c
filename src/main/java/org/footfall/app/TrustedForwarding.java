package org.footfall.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Request;

/**
 * Believes {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} of trusted proxies, and of nobody
 * else. The visitor's address is not rewritten here: who reads it follows the chain of proxies.
 */
final class TrustedForwarding extends ForwardedRequestCustomizer {
  private final Predicate<InetAddress> trusted;

  TrustedForwarding(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
    setForwardedForHeader(null);
    setForwardedHeader(null);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    boolean believed = peer instanceof InetSocketAddress inet && trusted.test(inet.getAddress());
    return believed ? super.customize(request, responseHeaders) : request;
  }
}
