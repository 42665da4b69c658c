package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/**
 * What Jersey is shown of a request: method and path. It would parse headers and query for itself,
 * refuse whole requests for a header or an escape that a hit does not depend on, and read bodies of
 * forms. The resource looks at the {@linkplain #whole whole} request instead.
 */
final class BareRequest extends HttpServletRequestWrapper {
  BareRequest(HttpServletRequest whole) {
    super(whole);
  }

  HttpServletRequest whole() {
    return (HttpServletRequest) getRequest();
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
