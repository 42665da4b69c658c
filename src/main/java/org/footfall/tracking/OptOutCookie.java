package org.footfall.tracking;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cookie on this server's own name by which a person is left out on all sites. That it is there
 * says it; it has Matomo's value, so that it counts after a switch back, too.
 */
public final class OptOutCookie {
  private static final String NAME = "matomo_ignore";
  private static final String OLD_NAME = "piwik_ignore";
  private static final String VALUE = "ignore%3DKg%3D%3D";
  private static final long THIRTY_YEARS_S = 946_080_000L;

  private OptOutCookie() {}

  /** Whether a browser sent it. */
  public static boolean isIn(String cookies) {
    return Cookies.value(cookies, NAME) != null || Cookies.value(cookies, OLD_NAME) != null;
  }

  /**
   * The headers {@code Set-Cookie} that leave the person out.
   *
   * <p>Browsers that keep no cookies of embedded pages may keep them for each embedding site apart,
   * if they are {@code Partitioned}: then it holds on that site, which is what the person was asked
   * about.
   *
   * @param secure whether the request came over HTTPS; without it browsers do not let pages of
   *     other sites use cookies
   */
  public static List<String> set(boolean secure) {
    return headers(NAME, VALUE, THIRTY_YEARS_S, secure);
  }

  /** The headers {@code Set-Cookie} that take that back. */
  public static List<String> clear(boolean secure) {
    return Stream.of(NAME, OLD_NAME)
        .flatMap(name -> headers(name, "", 0, secure).stream())
        .toList();
  }

  private static List<String> headers(String name, String value, long seconds, boolean secure) {
    String cookie = name + "=" + value + "; Max-Age=" + seconds + "; Path=/; HttpOnly; SameSite=";
    return secure
        ? List.of(cookie + "None; Secure", cookie + "None; Secure; Partitioned")
        : List.of(cookie + "Lax");
  }
}
