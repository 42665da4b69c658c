package org.footfall.app;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.List;
import org.footfall.api.ApiServlet;
import org.footfall.tracking.http.OptOutServlet;
import org.footfall.ui.Ui;

/**
 * A servlet and the addresses it answers.
 *
 * @param route how its requests are called in the metrics
 * @param kind what it does with the server's threads and with a request's body
 * @param paths servlet path patterns
 */
record Mount(String route, Kind kind, Servlet servlet, List<String> paths) {
  /** How its requests are treated. */
  enum Kind {
    /** It takes hits, and answers for itself when a body cannot be had. */
    TRACKING,

    /** It answers at once. */
    DIRECT,

    /**
     * It waits for reports, the database or a person's password. Such requests share a bounded
     * number of places, so that accepting hits never waits for them.
     */
    READING
  }

  /** The servlet path pattern of the start page alone. */
  private static final String ROOT = "";

  static Mount reading(String route, Servlet servlet, String... paths) {
    return new Mount(route, Kind.READING, servlet, List.of(paths));
  }

  static Mount direct(String route, Servlet servlet, String... paths) {
    return new Mount(route, Kind.DIRECT, servlet, List.of(paths));
  }

  static Mount tracking(Servlet servlet, String... paths) {
    return new Mount("tracking", Kind.TRACKING, servlet, List.of(paths));
  }

  /** The tag and the taking of hits, each where {@code places} says. */
  static List<Mount> tagAndHits(Servlet hits, Servlet tag, TagPlaces places) {
    return List.of(
        new Mount("tracking", Kind.TRACKING, hits, places.hitsAlone()),
        direct("tag", tag, places.tagAlone().toArray(String[]::new)),
        new Mount("tracking", Kind.TRACKING, new TagOrHitServlet(tag, hits), places.both()));
  }

  /** The pages; the start page's address is the API's, too. */
  static List<Mount> pages(Ui ui, ApiServlet api, OptOutServlet optOut) {
    List<Mount> mounts = new ArrayList<>();
    for (Ui.Route route : ui.routes()) {
      Kind kind = route.reads() ? Kind.READING : Kind.DIRECT;
      mounts.add(
          route.paths().contains(ROOT)
              ? reading(
                  route.name(),
                  new IndexServlet(api, route.servlet(), optOut, ui::signedIn),
                  ROOT,
                  "/index.php")
              : new Mount(route.name(), kind, route.servlet(), route.paths()));
    }
    return mounts;
  }
}
