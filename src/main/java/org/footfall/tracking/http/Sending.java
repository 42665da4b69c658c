package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.footfall.tag.TagFile;

/** Sends scripts in the form the client takes best, or says that it has them already. */
final class Sending {
  private static final Set<ContentCoding> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(ContentCoding.class));
  private static final Set<ContentCoding> WITHOUT_BROTLI =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ContentCoding.BROTLI)));

  private Sending() {}

  /**
   * @param map whether the script's map is wanted instead of it
   */
  static void script(
      TagFile file,
      boolean map,
      String cache,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ContentCoding coding =
        map
            ? ContentCoding.IDENTITY
            : ContentCoding.best(ready(file), request.getHeader("Accept-Encoding"));
    String tag = '"' + file.hash() + (map ? "-map" : coding.suffix()) + '"';
    response.setHeader("Cache-Control", cache);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("ETag", tag);
    if (knows(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] bytes =
        map
            ? file.map()
            : switch (coding) {
              case BROTLI -> file.brotli();
              case GZIP -> file.gzip();
              case IDENTITY -> file.bytes();
            };
    if (coding != ContentCoding.IDENTITY) {
      response.setHeader("Content-Encoding", coding.word());
    }
    response.setContentType(map ? "application/json" : "application/javascript");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static Set<ContentCoding> ready(TagFile file) {
    return file.brotli().length > 0 ? ALL : WITHOUT_BROTLI;
  }

  private static boolean knows(String known, String tag) {
    if (known == null) {
      return false;
    }
    for (String each : known.split(",", 50)) {
      String one = each.strip();
      if (one.equals("*") || one.equals(tag) || one.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
