package org.footfall.tracking.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.metrics.Metrics;
import org.footfall.privacy.TrustedProxies;
import org.footfall.queue.HitQueue;
import org.footfall.queue.QueueUnavailable;
import org.footfall.tracking.Acceptance;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.DoorRules;
import org.footfall.tracking.Limits;
import org.footfall.tracking.Snapshot;
import org.footfall.tracking.Snapshots;
import org.footfall.tracking.TrackingFailures;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;

/** The tracking API behind a real Jetty, with a queue that only remembers. */
final class Door {
  static final Limits LIMITS = new Limits(64 << 10, 1_000, 2 << 20);

  final DoorCounts counts = new DoorCounts(new Metrics());
  final List<byte[]> queued = Collections.synchronizedList(new ArrayList<>());
  volatile boolean available = true;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  /** What came back. */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  Door() throws Exception {
    this(new Snapshots().snapshot());
  }

  Door(Snapshot snapshot) throws Exception {
    this(snapshot, DoorRules.usual(PlaceLookup.none()));
  }

  Door(Snapshot snapshot, DoorRules rules) throws Exception {
    HitQueue queue =
        payloads -> {
          if (!available) {
            return CompletableFuture.failedFuture(new QueueUnavailable("full", null));
          }
          payloads.forEach(payload -> queued.add(payload.bytes()));
          CompletableFuture<Void> later = new CompletableFuture<>();
          var unused = CompletableFuture.runAsync(() -> later.complete(null));
          return later;
        };
    TrackingResource resource =
        new TrackingResource(
            new Acceptance(() -> snapshot, rules, LIMITS, counts, new TrackingFailures()),
            queue,
            new ClientAddress(new TrustedProxies(List.of("127.0.0.1"), "X-Forwarded-For")),
            counts,
            (hit, trace) -> trace.tell("behind the door", () -> hit.site().toString()),
            Clock.fixed(Snapshots.NOW, ZoneOffset.UTC));
    ServletContextHandler context = new ServletContextHandler("/");
    ServletHolder holder = new ServletHolder(new TrackingServlet(resource));
    holder.setAsyncSupported(true);
    for (String path : List.of("/matomo.php", "/piwik.php", "/js/", "/js/tracker.php")) {
      context.addServlet(holder, path);
    }
    FilterHolder bodies = new FilterHolder(Door::readBody);
    bodies.setAsyncSupported(true);
    context.addFilter(bodies, "/*", EnumSet.of(DispatcherType.REQUEST));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  /** What the server does before; its limits have tests of their own. */
  private static void readBody(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readAllBytes();
    request.setAttribute(ReceivedBody.ATTRIBUTE, new ReceivedBody(body, null));
    next.doFilter(request, response);
  }

  List<TrackingRequest> hits() {
    return queued.stream().map(TrackingRequestCodec::decode).toList();
  }

  Answer get(String target, String... headers) throws IOException {
    return send("GET", target, null, headers);
  }

  Answer post(String target, String body, String... headers) throws IOException {
    return send("POST", target, body.getBytes(StandardCharsets.ISO_8859_1), headers);
  }

  /** Sends exactly these bytes as request line, header lines and body. */
  Answer send(String method, String target, byte[] body, String... headers) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: t\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (body != null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    request.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (body != null) {
      request.write(body);
    }
    return raw(request.toByteArray());
  }

  Answer raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return parse(socket.getInputStream());
    }
  }

  private static Answer parse(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: " + text);
    }
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
  }

  void close() throws Exception {
    server.stop();
  }
}
