package org.footfall.app;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.List;
import org.footfall.api.ApiServlet;
import org.footfall.ui.Ui;

/**
 * A servlet and the addresses it answers.
 *
 * @param route how its requests are called in the metrics
 * @param reading whether it waits for reports, the database or a person's password; such requests
 *     share a bounded number of places, so that accepting hits never waits for them
 * @param paths servlet path patterns
 */
record Mount(String route, boolean reading, Servlet servlet, List<String> paths) {
  /** The servlet path pattern of the start page alone. */
  private static final String ROOT = "";

  static Mount reading(String route, Servlet servlet, String... paths) {
    return new Mount(route, true, servlet, List.of(paths));
  }

  static Mount direct(String route, Servlet servlet, String... paths) {
    return new Mount(route, false, servlet, List.of(paths));
  }

  /** The pages; the start page's address is the API's, too. */
  static List<Mount> pages(Ui ui, ApiServlet api) {
    List<Mount> mounts = new ArrayList<>();
    for (Ui.Route route : ui.routes()) {
      mounts.add(
          route.paths().contains(ROOT)
              ? reading(route.name(), new IndexServlet(api, route.servlet()), ROOT, "/index.php")
              : new Mount(route.name(), route.reads(), route.servlet(), route.paths()));
    }
    return mounts;
  }
}
