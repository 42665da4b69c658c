package org.footfall.app;

import jakarta.servlet.Servlet;
import java.util.List;

/**
 * A servlet and the addresses it answers.
 *
 * @param route how its requests are called in the metrics
 * @param reading whether it waits for reports, the database or a person's password; such requests
 *     share a bounded number of places, so that accepting hits never waits for them
 * @param paths servlet path patterns
 */
record Mount(String route, boolean reading, Servlet servlet, List<String> paths) {
  static Mount reading(String route, Servlet servlet, String... paths) {
    return new Mount(route, true, servlet, List.of(paths));
  }

  static Mount direct(String route, Servlet servlet, String... paths) {
    return new Mount(route, false, servlet, List.of(paths));
  }
}
