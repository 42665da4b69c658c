package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.tag.EarlierParts;
import org.footfall.tag.TagFile;
import org.footfall.tag.TagFiles;

/**
 * The tracker, under whatever name it is asked for: the small one where the name ends in {@code
 * lite.js}. All else that belongs to it is at the same address with a query, so that a proxy that
 * lets one name through lets everything through: {@code ?part=NAME.HASH} a part, {@code map} what
 * debuggers show, which {@code NAME.map} is, too.
 */
public final class TagServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String MAP = ".map";
  private static final String PART = "part=";
  private static final String LITE = "lite.js";

  /** What Matomo's proxy script puts before the query of everything that it takes for a hit. */
  private static final String BY_PROXY = "(?:(?:cip|token_auth)=[^&]*&){0,2}";

  private static final Pattern QUERY =
      Pattern.compile(
          "(?:" + BY_PROXY + PART + "([a-z0-9-]{1,40})\\.([A-Za-z0-9_-]{1,100}))?(&?map)?");

  private static final String FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final transient TagFiles files;
  private final transient EarlierParts earlier;

  public TagServlet(TagFiles files, EarlierParts earlier) {
    this.files = files;
    this.earlier = earlier;
  }

  /** Whether a request to an address that also takes hits asks for the tag. */
  public static boolean isFor(HttpServletRequest request) {
    String query = request.getQueryString();
    return reads(request) && (query == null || QUERY.matcher(query).matches());
  }

  /** Whether a request asks for a part and sends nothing else. */
  public static boolean isForPart(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null || !query.contains(PART) || !reads(request)) {
      return false;
    }
    Matcher asked = QUERY.matcher(query);
    return asked.matches() && asked.group(1) != null;
  }

  private static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    String path = request.getServletPath();
    boolean named = path.endsWith(MAP);
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    Matcher asked = QUERY.matcher(query);
    // Others add a version or the like to the address, which is none of our business.
    boolean ours = asked.matches();
    boolean map = named || (ours && asked.group(3) != null);
    if ((ours && asked.group(1) != null) || query.startsWith(PART)) {
      part(ours ? asked : null, map, request, response);
      return;
    }
    String name = named ? path.substring(0, path.length() - MAP.length()) : path;
    TagFile file = name.endsWith(LITE) ? files.lite() : files.tracker();
    if (!map) {
      response.setHeader("SourceMap", "?map");
    }
    Sending.script(file, map, FOR_AN_HOUR, request, response);
  }

  /** A part by a hash that nobody knows is the current one: the browser's check decides. */
  private void part(
      Matcher asked, boolean map, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TagFile part = asked == null ? null : part(asked.group(1), asked.group(2));
    if (part == null || (map && part.map().length == 0)) {
      response.setHeader("Cache-Control", "no-store");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean known = part.hash().equals(asked.group(2));
    if (!map && part.map().length > 0) {
      response.setHeader("SourceMap", "?part=" + asked.group(1) + "." + asked.group(2) + "&map");
    }
    Sending.script(part, map, known ? FOR_EVER : "no-cache", request, response);
  }

  /** The part that has the hash, of whatever version; else the current one, or null. */
  private TagFile part(String name, String hash) {
    Optional<TagFile> current = files.part(name);
    return current
        .filter(part -> part.hash().equals(hash))
        .or(() -> earlier.part(name, hash))
        .or(() -> current)
        .orElse(null);
  }
}
