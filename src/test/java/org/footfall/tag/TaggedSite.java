package org.footfall.tag;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.footfall.testing.Await;

/**
 * A web site of others: pages as a test writes them, the tag beside them as it is built, and a
 * tracker's address that notes what comes. A folder of its own keeps the pages and hits of one test
 * apart from those of another.
 */
final class TaggedSite implements AutoCloseable {
  private static final Path TAG = Path.of("target/generated-resources/tag/org/footfall/tag");
  private static final List<String> PASSED_ON =
      List.of("User-Agent", "Accept-Language", "Content-Type", "Cookie", "Sec-Fetch-Site");
  private static final List<String> PASSED_BACK =
      List.of("Set-Cookie", "Location", "Content-Security-Policy", "Referrer-Policy");
  private static final long PATIENCE = 10;

  /** A page and the headers it is sent with. */
  private record Paper(String html, Map<String, String> headers) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI behind;
  private final HttpServer server;
  private final HttpServer secret;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, Paper> pages = new ConcurrentHashMap<>();
  private final List<Hit> hits = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  TaggedSite() {
    this(null);
  }

  /**
   * @param behind the Footfall to which requests for the tag and hits are passed on, as a site does
   *     that wants them under its own name
   */
  TaggedSite(URI behind) {
    this.behind = behind;
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      server = HttpServer.create(any, 0);
      HttpsServer behindTls = HttpsServer.create(any, 0);
      behindTls.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
      secret = behindTls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (HttpServer one : List.of(server, secret)) {
      one.createContext("/", this::answer);
      one.setExecutor(threads);
      one.start();
    }
  }

  String address() {
    return address("127.0.0.1");
  }

  /** The same site under another name. */
  String address(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  /** The same site over TLS, with a certificate nobody knows. */
  String secretAddress(String host) {
    return "https://" + host + ":" + secret.getAddress().getPort();
  }

  /** Puts a page at a path. */
  void page(String path, String html) {
    page(path, html, Map.of());
  }

  void page(String path, String html, Map<String, String> headers) {
    pages.put(path, new Paper(html, headers));
  }

  /** The tag's text. */
  static String tag() throws IOException {
    return Files.readString(TAG.resolve("tracker.js"));
  }

  /** The hits that a folder's tracker got and nobody took yet. */
  List<Hit> hits(String folder) {
    synchronized (hits) {
      return hits.stream().filter(hit -> hit.folder().equals(folder)).toList();
    }
  }

  /** Waits for a hit and takes it. */
  Hit take(String folder, String what, Predicate<Hit> wanted) {
    List<Hit> taken = new ArrayList<>();
    try {
      Await.until(
          "a request came: " + what,
          PATIENCE,
          () -> {
            synchronized (hits) {
              hits.stream()
                  .filter(hit -> hit.folder().equals(folder) && wanted.test(hit))
                  .findFirst()
                  .ifPresent(taken::add);
              hits.removeAll(taken);
            }
            return !taken.isEmpty();
          });
    } catch (AssertionError e) {
      StringBuilder came = new StringBuilder(e.getMessage()).append("\nbut:");
      hits(folder)
          .forEach(
              hit ->
                  came.append("\n  ")
                      .append(hit)
                      .append("\n  ")
                      .append(String.join(" ", hit.parameters().keySet())));
      throw new AssertionError(came.toString(), e);
    }
    return taken.get(0);
  }

  /** What pages said of themselves by asking for /note?…. */
  boolean noted(String note) {
    synchronized (notes) {
      return notes.contains(note);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI address = exchange.getRequestURI();
      String path = address.getPath();
      String query = address.getRawQuery() == null ? "" : address.getRawQuery();
      String name = path.substring(path.lastIndexOf('/') + 1);
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      switch (name) {
        case "matomo.php", "piwik.php" -> note(exchange, path, query);
        case "matomo.js", "piwik.js", "footfall.js" -> tag(exchange, query, "tracker.js");
        case "footfall.lite.js" -> tag(exchange, query, "lite.js");
        case "note" -> {
          synchronized (notes) {
            notes.add(query);
          }
          send(exchange, 204, "text/plain", new byte[0]);
        }
        case "index.php" -> passOn(exchange, "/index.php?" + query, body(exchange));
        default -> page(exchange, path);
      }
    }
  }

  private void note(HttpExchange exchange, String path, String query) throws IOException {
    String body = body(exchange);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (behind != null) {
      passOn(exchange, "/matomo.php?" + query, body);
    } else {
      send(exchange, 204, "text/plain", new byte[0]);
    }
    List<Hit> came =
        Hit.of(
            path.substring(0, path.lastIndexOf('/')),
            exchange.getRequestMethod(),
            type == null ? "" : type,
            query,
            body);
    synchronized (hits) {
      hits.addAll(came);
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void passOn(HttpExchange exchange, String path, String body) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(path));
    for (String name : PASSED_ON) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    request.header("X-Forwarded-Proto", exchange instanceof HttpsExchange ? "https" : "http");
    try {
      HttpResponse<byte[]> answer =
          client.send(
              request
                  .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      for (String name : PASSED_BACK) {
        answer
            .headers()
            .allValues(name)
            .forEach(value -> exchange.getResponseHeaders().add(name, value));
      }
      String type = answer.headers().firstValue("Content-Type").orElse("text/plain");
      send(exchange, answer.statusCode(), type, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tag(HttpExchange exchange, String query, String file) throws IOException {
    if (behind != null) {
      String path = file.equals("lite.js") ? "/footfall.lite.js" : "/matomo.js";
      passOn(exchange, query.isEmpty() ? path : path + "?" + query, "");
      return;
    }
    String name = file;
    if (query.startsWith("part=")) {
      String part = query.substring("part=".length());
      name = "part-" + part.substring(0, part.lastIndexOf('.')) + ".js";
    }
    send(exchange, 200, "application/javascript", Files.readAllBytes(TAG.resolve(name)));
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    Paper page = pages.get(path);
    if (page == null) {
      send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    page.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
    send(exchange, 200, "text/html; charset=utf-8", bytes);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    secret.stop(0);
    threads.shutdownNow();
  }
}
