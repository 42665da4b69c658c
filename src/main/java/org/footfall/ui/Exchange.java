package org.footfall.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.footfall.account.Caller;

/**
 * One request to a page and its answer.
 *
 * @param caller who asks; {@link Caller#ANONYMOUS} when nobody is signed in
 * @param sessionId the secret of the browser's session, or empty
 */
record Exchange(
    HttpServletRequest request, HttpServletResponse response, Caller caller, String sessionId) {

  boolean signedIn() {
    return !sessionId.isEmpty();
  }

  /** A parameter's value, or the empty text. */
  String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** The path below the servlet's, or the empty text. */
  String path() {
    return request.getPathInfo() == null ? "" : request.getPathInfo();
  }

  /** The page's own address, as one may link to it. */
  String here() {
    String query = request.getQueryString();
    return LocalAddress.orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /** Where this Footfall is: scheme, host and port. */
  String origin() {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /**
   * Whether a page of another site led the browser here, which may have chosen what is asked for.
   */
  boolean ledByOthers() {
    String from = request.getHeader("Sec-Fetch-Site");
    if (from != null) {
      return from.equals("cross-site") || from.equals("same-site");
    }
    // Browsers say it to addresses that they trust only, and old ones never. A proxy may not say
    // that
    // it has taken TLS away, so the scheme is not compared.
    String page = request.getHeader("Referer");
    return page != null && !(withoutScheme(page) + "/").startsWith(withoutScheme(origin()) + "/");
  }

  private static String withoutScheme(String address) {
    return address.replaceFirst("^https?://", "");
  }

  /** Sends the browser on with a GET. */
  void redirect(String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", LocalAddress.orHome(address));
  }

  /** To the sign-in page, and back here afterwards. */
  void redirectToSignIn() {
    String here = here();
    redirect(
        here.equals("/")
            ? "/login"
            : "/login?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
  }

  void sendJson(String json) throws IOException {
    response.setContentType("application/json; charset=utf-8");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The value of a cookie the browser sent, or the empty text. */
  static String cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return "";
  }

  /**
   * Sets a cookie that scripts cannot read and other sites' forms do not send.
   *
   * @param life zero removes it; null keeps it until the browser closes
   */
  void setCookie(String name, String value, String path, Duration life) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath(path);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    if (life != null) {
      cookie.setMaxAge((int) life.toSeconds());
    }
    response.addCookie(cookie);
  }
}
