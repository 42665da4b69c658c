package org.footfall.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footfall.config.Config;
import org.footfall.metrics.Metrics;
import org.footfall.privacy.TrustedProxies;
import org.footfall.tag.EarlierParts;
import org.footfall.tag.TagFiles;
import org.footfall.testing.TestClock;
import org.footfall.tracking.Snapshots;
import org.footfall.tracking.http.ClientAddress;
import org.footfall.tracking.http.OptOutServlet;
import org.footfall.tracking.http.TagServlet;

/** The web server with what pages of others load from it; hits, the API and pages only say so. */
final class PageServer implements AutoCloseable {
  static final String SAMPLE = "/org/footfall/tag/sample/";

  final TestClock clock = new TestClock(Snapshots.NOW);
  final Metrics metrics = new Metrics();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  PageServer(String toml, Snapshots snapshots) throws Exception {
    this(toml, snapshots, TagFiles.load(SAMPLE), EarlierParts.none());
  }

  PageServer(String toml, Snapshots snapshots, TagFiles tag, EarlierParts earlier)
      throws Exception {
    TagPlaces places = TagPlaces.of(Config.parse("t.toml", toml, AllSettings.ALL));
    List<Mount> mounts =
        new ArrayList<>(Mount.tagAndHits(says("hit"), new TagServlet(tag, earlier), places));
    OptOutServlet optOut =
        new OptOutServlet(
            snapshots::snapshot,
            new ClientAddress(new TrustedProxies(List.of("127.0.0.1"), "X-Forwarded-For")),
            clock);
    mounts.add(Mount.optOut(optOut));
    mounts.add(
        Mount.index(
            "home",
            new IndexServlet(says("api"), says("home"), optOut, request -> Optional.empty())));
    mounts.add(Mount.direct("metrics", says("metrics"), "/metrics"));
    server = new HttpServer(HttpServerIT.options(0), metrics, mounts);
    server.start();
  }

  private static HttpServlet says(String word) {
    return new HttpServlet() {
      private static final long serialVersionUID = 1L;

      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        response.getOutputStream().print(word);
      }
    };
  }

  String base() {
    return "http://127.0.0.1:" + server.port();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, null, headers);
  }

  /** A form, if there is a body. */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request whose address no client library would let pass; the whole answer. */
  String raw(String method, String target) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      String request = method + " " + target + " HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  double counted(String route, String status) {
    Double value =
        metrics
            .registry()
            .getSampleValue(
                "footfall_http_requests_total",
                new String[] {"route", "status"},
                new String[] {route, status});
    return value == null ? 0 : value;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
