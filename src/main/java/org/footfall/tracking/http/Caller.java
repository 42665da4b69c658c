package org.footfall.tracking.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/**
 * What of a request shapes every answer.
 *
 * @param get whether its method is GET
 * @param origin the page's site as the browser says, or null
 */
record Caller(boolean get, String origin) {
  /** Adds what lets a page of another site read the answer; images need none. */
  Response finish(ResponseBuilder answer) {
    if (!get) {
      answer.header("Access-Control-Allow-Origin", origin == null ? "*" : origin);
      answer.header("Access-Control-Allow-Credentials", "true");
    }
    return answer.build();
  }
}
