package org.footfall.enrich.referrer;

import java.util.Locale;

/**
 * An address cut into its parts without judging it: any text is an address, and a part that is not
 * there is empty. Nothing is decoded.
 *
 * @param scheme in lower case, without {@code ://}
 * @param host in lower case, without user, password and port
 * @param port digits as sent, or empty
 * @param path with its leading slash, or the whole text where there is no host
 * @param query without the question mark
 * @param fragment without the number sign
 */
public record WebAddress(
    String scheme, String host, String port, String path, String query, String fragment) {
  private static final WebAddress NOTHING = new WebAddress("", "", "", "", "", "");

  public static WebAddress of(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    int fragmentAt = text.indexOf('#');
    int end = fragmentAt < 0 ? text.length() : fragmentAt;
    String fragment = fragmentAt < 0 ? "" : text.substring(fragmentAt + 1);
    int queryAt = text.indexOf('?');
    if (queryAt >= 0 && queryAt < end) {
      return cut(text, queryAt, text.substring(queryAt + 1, end), fragment);
    }
    return cut(text, end, "", fragment);
  }

  /**
   * {@code /page;a=b?c=d} as {@code /page?a=b&c=d}: parameters that are part of the last piece of a
   * path are a query by another name.
   */
  public static String withQuery(String text) {
    int fragment = text.indexOf('#');
    int end = fragment < 0 ? text.length() : fragment;
    int question = text.indexOf('?');
    int pathEnd = question < 0 || question > end ? end : question;
    int slash = text.lastIndexOf('/', pathEnd - 1);
    int start = text.indexOf(';', slash + 1);
    if (start < 0 || start > pathEnd || slash <= text.indexOf("//") + 1) {
      return text;
    }
    int equals = text.indexOf('=', start);
    if (equals <= start + 1 || equals > pathEnd) {
      return text;
    }
    String query = pathEnd == end ? "" : "&" + text.substring(pathEnd + 1, end);
    return text.substring(0, start)
        + "?"
        + text.substring(start + 1, pathEnd).replace(';', '&')
        + (query.length() > 1 ? query : "")
        + text.substring(end);
  }

  private static WebAddress cut(String text, int end, String query, String fragment) {
    int start = text.indexOf("//");
    boolean relative = start != 0 && (start < 1 || text.charAt(start - 1) != ':');
    if (relative || start + 2 > end || !isScheme(text, start)) {
      return new WebAddress("", "", "", text.substring(0, end), query, fragment);
    }
    String scheme = start == 0 ? "" : text.substring(0, start - 1).toLowerCase(Locale.ROOT);
    int from = start + 2;
    int pathAt = text.indexOf('/', from);
    int hostEnd = pathAt < 0 || pathAt > end ? end : pathAt;
    int at = text.lastIndexOf('@', hostEnd - 1);
    String authority = text.substring(at >= from ? at + 1 : from, hostEnd);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon >= 0 && authority.indexOf(']', colon) < 0;
    String host = (hasPort ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    String port = hasPort ? authority.substring(colon + 1) : "";
    return new WebAddress(scheme, host, port, text.substring(hostEnd, end), query, fragment);
  }

  private static boolean isScheme(String text, int slashes) {
    for (int i = 0; i < slashes - 1; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
      if (!letter && !other) {
        return false;
      }
    }
    return true;
  }

  /** The host without a leading {@code www.}. */
  public String bareHost() {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
