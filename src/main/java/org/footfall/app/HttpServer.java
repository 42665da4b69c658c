package org.footfall.app;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.BindException;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.footfall.metrics.Metrics;

/**
 * The web server.
 *
 * <p>All requests share one bounded pool of threads. Those that read (reports, pages) also need one
 * of fewer places, wait for it without a thread, and are turned away after a while; accepting hits
 * waits for nobody. Sizes of addresses, headers and bodies are bounded before any of our code sees
 * them. On stopping, requests that are being answered are finished.
 */
final class HttpServer {
  private static final String ALL = "/*";

  private final HttpOptions options;
  private final Server server;
  private final ServerConnector connector;

  HttpServer(HttpOptions options, Metrics metrics, List<Mount> mounts) {
    this.options = options;
    QueuedThreadPool threads =
        new QueuedThreadPool(options.threads(), Math.min(8, options.threads()));
    threads.setName("http");
    this.server = new Server(threads);
    this.connector = connector();
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(options.connections(), connector));
    ErrorPages errors = new ErrorPages();
    server.setErrorHandler(errors);
    server.setStopTimeout(options.stopPatience().toMillis());
    HttpMetrics counting =
        new HttpMetrics(
            metrics,
            mounts,
            new GracefulHandler(
                compressing(
                    new BodyHandler(
                        options.bodies(), mounts, reading(mounts, context(mounts, errors))))));
    server.setHandler(new DoubledSlashes(mounts, counting));
    server.setRequestLog(counting::countUnreadable);
  }

  /**
   * Listens from here on.
   *
   * @throws StartFailure when the address is taken or not ours
   */
  void start() throws Exception {
    try {
      server.start();
    } catch (IOException e) {
      if (e.getCause() instanceof BindException || e instanceof BindException) {
        throw new StartFailure(
            "Cannot listen on "
                + options.host()
                + ":"
                + options.port()
                + " ("
                + rootMessage(e)
                + "). End the program that uses this port, or change http.port or http.host.",
            e);
      }
      throw e;
    }
  }

  /** The port it listens on, also when port 0 asked for any. */
  int port() {
    return connector.getLocalPort();
  }

  void stop() throws Exception {
    server.stop();
  }

  private ServerConnector connector() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(options.headerBytes());
    http.setUriCompliance(DoubledSlashes.LET_THROUGH);
    http.setHeaderCacheSize(0); // Hits come one or two a connection; keeping their headers costs.
    http.addCustomizer(new TrustedForwarding(options.trustedProxies()));
    ServerConnector made = new ServerConnector(server, new HttpConnectionFactory(http));
    made.setHost(options.host());
    made.setPort(options.port());
    made.setIdleTimeout(options.idleTimeout().toMillis());
    made.setAcceptQueueSize(1024);
    return made;
  }

  private Handler reading(List<Mount> mounts, Handler next) {
    QoSHandler places = new QoSHandler(next);
    places.setMaxRequestCount(options.readers());
    places.setMaxSuspendedRequestCount(options.waitingReaders());
    places.setMaxSuspend(options.readerPatience());
    PathMappings<Mount> all = new PathMappings<>();
    for (Mount mount : mounts) {
      mount.paths().forEach(path -> all.put(PathSpec.from(path), mount));
    }
    places.exclude(request -> isAtOnce(all, request));
    return places;
  }

  private static boolean isAtOnce(PathMappings<Mount> mounts, Request request) {
    String path = Request.getPathInContext(request);
    MatchedResource<Mount> match = path == null ? null : mounts.getMatched(path);
    return match != null && match.getResource().isAtOnce(request.getHttpURI().getQuery());
  }

  /** Texts are compressed; bodies that come in compressed are not unpacked. */
  private static Handler compressing(Handler next) {
    GzipCompression gzip = new GzipCompression();
    gzip.setMinCompressSize(1024);
    CompressionHandler compression = new CompressionHandler(next);
    compression.putCompression(gzip);
    CompressionConfig.Builder texts = CompressionConfig.builder().decompressExcludeEncoding("gzip");
    for (String type :
        List.of(
            "text/html",
            "text/css",
            "text/plain",
            "text/xml",
            "text/csv",
            "text/javascript",
            "application/javascript",
            "application/json",
            "image/svg+xml")) {
      texts.compressIncludeMimeType(type);
    }
    compression.putConfiguration(ALL, texts.build());
    return compression;
  }

  private static Handler context(List<Mount> mounts, ErrorPages errors) {
    ServletContextHandler context = new ServletContextHandler("/");
    context.setErrorHandler(errors);
    FilterHolder failures = new FilterHolder(new FailureFilter());
    failures.setAsyncSupported(true);
    context.addFilter(failures, ALL, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    for (Mount mount : mounts) {
      ServletHolder holder = new ServletHolder(mount.servlet());
      holder.setAsyncSupported(true);
      holder.setInitOrder(1);
      for (String path : mount.paths()) {
        context.addServlet(holder, path);
      }
    }
    return context;
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
