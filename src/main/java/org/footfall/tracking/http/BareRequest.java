package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Collections;
import java.util.Enumeration;

/**
 * What Jersey is shown of a request: method and path. It would parse headers and query for itself,
 * refuse whole requests for a header or an escape that a hit does not depend on, and read bodies of
 * forms. The resource looks at the {@linkplain #whole(ContainerRequestContext) whole} request
 * instead.
 */
final class BareRequest extends HttpServletRequestWrapper {
  private static final String WHOLE = BareRequest.class.getName();

  BareRequest(HttpServletRequest whole) {
    super(whole);
  }

  /** The whole request of one that Jersey was shown. */
  static HttpServletRequest whole(ContainerRequestContext shown) {
    return (HttpServletRequest) shown.getProperty(WHOLE);
  }

  /** Jersey takes properties from attributes; to inject the request costs it much more. */
  @Override
  public Object getAttribute(String name) {
    return name.equals(WHOLE) ? getRequest() : super.getAttribute(name);
  }

  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public String getHeader(String name) {
    return null;
  }

  @Override
  public String getContentType() {
    return null;
  }
}
