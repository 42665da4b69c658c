package org.footfall.api;

import java.util.Optional;

/**
 * The token of a request.
 *
 * @param secure it did not come in an address, which proxies and browsers write down
 */
record ApiToken(String text, boolean secure) {
  private static final ApiToken NONE = new ApiToken("", true);
  private static final String NAME = "token_auth";
  private static final String NOBODY = "anonymous";
  private static final String BEARER = "Bearer ";

  /** The body's token, else the header's, else the address's. */
  static ApiToken of(ApiParameters body, String authorization, ApiParameters address) {
    Optional<String> inBody = body.text(NAME);
    if (inBody.isPresent()) {
      return new ApiToken(inBody.get(), true);
    }
    if (authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && authorization.length() > BEARER.length()) {
      return new ApiToken(authorization.substring(BEARER.length()).trim(), true);
    }
    return inAddress(address);
  }

  static ApiToken inAddress(ApiParameters address) {
    return address.text(NAME).map(token -> new ApiToken(token, false)).orElse(NONE);
  }

  boolean isNone() {
    return text.isEmpty() || text.equals(NOBODY);
  }

  @Override
  public String toString() {
    return isNone() ? "no token" : "a token";
  }
}
