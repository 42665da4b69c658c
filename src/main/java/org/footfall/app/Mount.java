package org.footfall.app;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.footfall.api.ApiServlet;
import org.footfall.tracking.http.OptOutServlet;
import org.footfall.ui.Ui;

/**
 * A servlet and the addresses it answers.
 *
 * @param route how its requests are called in the metrics
 * @param kind what it does with the server's threads and with a request's body
 * @param paths servlet path patterns
 * @param inPagesOfOthers whether these are addresses of Matomo's, so that they stand in pages and
 *     programs of others
 * @param quick queries that are answered at once, whatever the kind
 */
record Mount(
    String route,
    Kind kind,
    Servlet servlet,
    List<String> paths,
    boolean inPagesOfOthers,
    Predicate<String> quick) {
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
  static final String ROOT = "";

  private Mount(String route, Kind kind, Servlet servlet, List<String> paths) {
    this(route, kind, servlet, paths, false, query -> false);
  }

  static Mount reading(String route, Servlet servlet, String... paths) {
    return new Mount(route, Kind.READING, servlet, List.of(paths));
  }

  static Mount direct(String route, Servlet servlet, String... paths) {
    return new Mount(route, Kind.DIRECT, servlet, List.of(paths));
  }

  static Mount tracking(Servlet servlet, String... paths) {
    return new Mount("tracking", Kind.TRACKING, servlet, List.of(paths), true, query -> false);
  }

  /** The opt-out form's script. */
  static Mount optOut(OptOutServlet servlet) {
    return new Mount(
        "optout", Kind.DIRECT, servlet, List.of(OptOutServlet.SCRIPT), true, query -> false);
  }

  /** The start page's two addresses, which are the API's and the opt-out form's, too. */
  static Mount index(String route, IndexServlet servlet) {
    List<String> paths = List.of(ROOT, "/index.php");
    return new Mount(route, Kind.READING, servlet, paths, true, OptOutServlet::isFor);
  }

  /** The tag and the taking of hits, each where {@code places} says. */
  static List<Mount> tagAndHits(Servlet hits, Servlet tag, TagPlaces places) {
    Servlet either = new TagOrHitServlet(tag, hits, Set.copyOf(places.both()));
    return List.of(
        tracking(either, places.hits().toArray(String[]::new)),
        new Mount("tag", Kind.DIRECT, tag, places.tagAlone(), true, query -> false));
  }

  /** The pages; the start page's address is the API's, too. */
  static List<Mount> pages(Ui ui, ApiServlet api, OptOutServlet optOut) {
    List<Mount> mounts = new ArrayList<>();
    for (Ui.Route route : ui.routes()) {
      Kind kind = route.reads() ? Kind.READING : Kind.DIRECT;
      mounts.add(
          route.paths().contains(ROOT)
              ? index(route.name(), new IndexServlet(api, route.servlet(), optOut, ui::signedIn))
              : new Mount(route.name(), kind, route.servlet(), route.paths()));
    }
    return mounts;
  }

  /** Whether a request with this query needs none of the places of those that wait. */
  boolean isAtOnce(String query) {
    return kind != Kind.READING || quick.test(query);
  }
}
