package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import org.footfall.tracking.Rejection;

/**
 * The body of a request, which the server reads to its end before the request is handled, so that
 * no thread waits for a slow client. It lies in the request's attribute {@link #ATTRIBUTE}.
 *
 * @param problem why there is no body, or null
 */
public record ReceivedBody(byte[] bytes, Rejection problem) {
  public static final String ATTRIBUTE = "org.footfall.body";
  private static final ReceivedBody NONE = new ReceivedBody(new byte[0], null);

  static ReceivedBody of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof ReceivedBody body ? body : NONE;
  }
}
