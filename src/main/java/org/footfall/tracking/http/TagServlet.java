package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String LITE = "lite.js";
  private static final Pattern QUERY =
      Pattern.compile("(?:part=([a-z0-9-]{1,40})\\.([A-Za-z0-9_-]{1,100}))?(&?map)?");

  private static final String FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final transient TagFiles files;

  public TagServlet(TagFiles files) {
    this.files = files;
  }

  /** Whether a request to an address that also takes hits asks for the tag. */
  public static boolean isFor(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads && (query == null || QUERY.matcher(query).matches());
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
    if (query.startsWith("part=")) {
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

  /** A part by an old hash is the current one: the browser's check of integrity decides. */
  private void part(
      Matcher asked, boolean map, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<TagFile> part = asked == null ? Optional.empty() : files.part(asked.group(1));
    if (part.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean current = part.get().hash().equals(asked.group(2));
    if (!map) {
      response.setHeader("SourceMap", "?part=" + asked.group(1) + "." + asked.group(2) + "&map");
    }
    Sending.script(part.get(), map, current ? FOR_EVER : "no-cache", request, response);
  }
}
