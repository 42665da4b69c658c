package org.footfall.app;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.NanoTime;
import org.footfall.metrics.Metrics;

/** Counts and times requests by route; routes are few and fixed, whatever clients ask for. */
final class HttpMetrics extends EventsHandler {
  private static final String NO_ROUTE = "other";
  private static final String UNREADABLE = "unreadable";

  /** Request attribute: counted by this handler. */
  private static final String SEEN = "org.footfall.counted";

  /** Request attribute: the route, where the address alone does not tell it. */
  static final String ROUTE = "org.footfall.route";

  private static final int NO_STATUS = 0;

  private final PathMappings<String> routes = new PathMappings<>();
  private final Counter requests;
  private final Histogram seconds;
  private final Gauge open;

  HttpMetrics(Metrics metrics, List<Mount> mounts, Handler next) {
    super(next);
    for (Mount mount : mounts) {
      for (String path : mount.paths()) {
        routes.put(PathSpec.from(path), mount.route());
      }
    }
    this.requests =
        metrics.counter(
            "footfall_http_requests_total",
            "HTTP requests by route and status.",
            "route",
            "status");
    this.seconds =
        metrics.histogram(
            "footfall_http_request_seconds", "Time from request to answer by route.", "route");
    this.open = metrics.gauge("footfall_http_requests_open", "HTTP requests being answered.");
  }

  /**
   * Called when any request is done. Those that the server could not read (no HTTP, an address or
   * headers that are broken or too large) were answered before they came to {@link
   * #onBeforeHandling}; they are counted here.
   */
  void countUnreadable(Request request, Response response) {
    if (request.getAttribute(SEEN) == null) {
      requests.labels(UNREADABLE, Integer.toString(response.getStatus())).inc();
    }
  }

  @Override
  protected void onBeforeHandling(Request request) {
    request.setAttribute(SEEN, true);
    open.inc();
  }

  @Override
  protected void onComplete(Request request, int status, HttpFields headers, Throwable failure) {
    open.dec();
    String route = route(request);
    requests.labels(route, status == NO_STATUS ? "none" : Integer.toString(status)).inc();
    seconds.labels(route).observe(NanoTime.since(request.getBeginNanoTime()) / 1e9);
  }

  private String route(Request request) {
    if (request.getAttribute(ROUTE) instanceof String told) {
      return told;
    }
    String path = Request.getPathInContext(request);
    MatchedResource<String> match = path == null ? null : routes.getMatched(path);
    return match == null ? NO_ROUTE : match.getResource();
  }
}
