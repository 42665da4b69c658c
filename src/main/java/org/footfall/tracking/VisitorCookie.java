package org.footfall.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cookie on this server's own name by which visitors are known on all sites, where an operator
 * has switched it on. Ours holds the id alone; Matomo's, which browsers may still have, is read,
 * too: {@code 0=} and Base64 of a text that has the id in quotes.
 */
final class VisitorCookie {
  static final String NAME = "_pk_uid";
  private static final int LONGEST = 300;
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{16}");
  private static final Pattern QUOTED = Pattern.compile("\"([0-9a-fA-F]{16})\"");

  private VisitorCookie() {}

  /**
   * Makes a hit the visitor's whom the cookie names; else the cookie shall name the visitor of the
   * hit, for whom an id is drawn if need be.
   *
   * @param hit a hit's parameters, in which {@code _id} is set
   * @return what the cookie is to say from now on
   */
  static String settle(Map<String, String> hit, String cookies) {
    String forced = hit.getOrDefault("cid", "");
    if (ID.matcher(forced).matches()) {
      return forced;
    }
    String known = read(Cookies.value(cookies, NAME));
    String sent = hit.getOrDefault("_id", "");
    if (known.isEmpty() && sent.length() >= 16 && ID.matcher(sent.substring(0, 16)).matches()) {
      known = sent.substring(0, 16);
    }
    if (known.isEmpty()) {
      known = "%016x".formatted(ThreadLocalRandom.current().nextLong());
    }
    hit.put("_id", known);
    return known;
  }

  /** The id in a cookie's value, or the empty text. */
  private static String read(String value) {
    if (value == null || value.length() > LONGEST) {
      return "";
    }
    if (ID.matcher(value).matches()) {
      return value;
    }
    String plain =
        new String(
            QueryParser.unescape(value.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    int end = plain.indexOf(':');
    if (!plain.startsWith("0=")) {
      return "";
    }
    try {
      byte[] inside =
          Base64.getDecoder().decode(plain.substring(2, end < 0 ? plain.length() : end));
      Matcher id = QUOTED.matcher(new String(inside, StandardCharsets.UTF_8));
      return id.find() ? id.group(1) : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
