package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.footfall.account.Caller;
import org.footfall.api.ApiServlet;
import org.footfall.metrics.Metrics;
import org.footfall.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int READERS = 2;

  private final Metrics metrics = new Metrics();
  private final CountDownLatch reading = new CountDownLatch(READERS);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = new HttpServer(options(0), metrics, mounts());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    mayEnd.countDown();
    server.stop();
  }

  static HttpOptions options(int port) {
    return new HttpOptions(
        "127.0.0.1",
        port,
        16,
        1_000,
        READERS,
        Duration.ofMillis(100),
        new BodyOptions(20_000, 10_000, 30_000, Duration.ofSeconds(30)),
        8_192,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        InetAddress::isLoopbackAddress);
  }

  private List<Mount> mounts() {
    return List.of(
        Mount.direct(
            "fine", servlet((request, response) -> response.getWriter().write("ok")), "/fine"),
        Mount.direct(
            "where",
            servlet(
                (request, response) ->
                    response.getWriter().write(request.getRequestURL().toString())),
            "/where"),
        Mount.direct(
            "broken",
            servlet(
                (request, response) -> {
                  throw new IllegalStateException("secret detail");
                }),
            "/broken"),
        Mount.direct(
            "long",
            servlet(
                (request, response) -> {
                  response.setContentType("text/html");
                  response.getWriter().write("x".repeat(5_000));
                }),
            "/long"),
        Mount.index(
            "home",
            new IndexServlet(
                servlet(
                    (request, response) -> {
                      Object caller = request.getAttribute(ApiServlet.SIGNED_IN);
                      response.getWriter().write(caller == null ? "api" : "api for a person");
                    }),
                servlet((request, response) -> response.getWriter().write("home")),
                servlet((request, response) -> response.getWriter().write("opt out")),
                request -> Optional.of(Caller.ANONYMOUS))),
        Mount.reading("slow", servlet((request, response) -> slow()), "/slow"));
  }

  /** Else any page of the web could read what the person who looks at it may see. */
  @Test
  void aPersonsQuestionsCountOnlyFromOurOwnPages() throws Exception {
    String question = "/index.php?module=API&force_api_session=1";
    assertThat(get(question, "Sec-Fetch-Site", "same-origin").body()).isEqualTo("api for a person");
    assertThat(get(question, "Sec-Fetch-Site", "none").body()).isEqualTo("api for a person");
    assertThat(get(question, "Sec-Fetch-Site", "cross-site").body()).isEqualTo("api");
    assertThat(get(question, "Sec-Fetch-Site", "same-site").body()).isEqualTo("api");
    assertThat(get(question).body()).isEqualTo("api");
    assertThat(get(question, "X-Requested-With", "XMLHttpRequest").body())
        .isEqualTo("api for a person");
    assertThat(get("/index.php?module=API", "Sec-Fetch-Site", "same-origin").body())
        .isEqualTo("api");
  }

  @Test
  void anUnknownAddressIsExplainedInTheLanguageThatWasAskedFor() throws Exception {
    assertThat(get("/nothing", "Accept", "text/html").body()).startsWith("<!doctype html>");
    assertThat(get("/nothing", "Accept", "application/json").body())
        .isEqualTo(
            "{\"status\":404,\"error\":\"Not Found\",\"message\":\"There is nothing at this address.\"}");
    assertThat(get("/nothing").body()).isEqualTo("Not Found\nThere is nothing at this address.\n");
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aFailureShowsAReferenceAndNoDetail() throws Exception {
    HttpResponse<String> answer = get("/broken", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .containsPattern("Reference: [0-9a-f]{8}")
        .doesNotContain("secret", "Exception", "at org.");
  }

  @Test
  void noAnswerTellsWhatServerItIs() throws Exception {
    assertThat(get("/fine").headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void textIsCompressedForThoseWhoWantIt() throws Exception {
    assertThat(get("/long", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
        .contains("gzip");
    assertThat(get("/long").body()).hasSize(5_000);
  }

  @Test
  void hostileRequestsGetAShortAnswer() throws Exception {
    assertThat(raw("GET /fine HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
    assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 414");
    assertThat(raw("\0\1\2 nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("POST /fine HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\nabc"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void acceptingNeverWaitsForReading() throws Exception {
    CompletableFuture<?>[] readers = new CompletableFuture<?>[READERS];
    for (int i = 0; i < READERS; i++) {
      readers[i] = CLIENT.sendAsync(request("/slow"), HttpResponse.BodyHandlers.ofString());
    }
    reading.await();
    assertThat(get("/fine").statusCode()).isEqualTo(200);
    assertThat(get("/slow").statusCode()).isEqualTo(503);
    assertThat(get("/index.php?module=API&method=x").statusCode()).isEqualTo(503);
    String optOut = "?module=CoreAdminHome&action=optOut";
    assertThat(get("/index.php" + optOut).body()).isEqualTo("opt out");
    assertThat(get("/" + optOut).body()).isEqualTo("opt out");
    assertThat(get("/slow" + optOut).statusCode()).isEqualTo(503);
    mayEnd.countDown();
    CompletableFuture.allOf(readers).join();
  }

  @Test
  void aRequestInProgressIsAnsweredBeforeTheStop() throws Exception {
    var answer = CLIENT.sendAsync(request("/slow"), HttpResponse.BodyHandlers.ofString());
    var other = CLIENT.sendAsync(request("/slow"), HttpResponse.BodyHandlers.ofString());
    reading.await();
    CompletableFuture<Void> stopping =
        CompletableFuture.runAsync(
            () -> {
              try {
                server.stop();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    mayEnd.countDown();
    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(other.join().statusCode()).isEqualTo(200);
    stopping.join();
  }

  @Test
  void aTrustedProxyTellsTheAddressThatPeopleSee() throws Exception {
    String seen =
        get("/where", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "stats.example.org").body();
    assertThat(seen).isEqualTo("https://stats.example.org/where");
  }

  @Test
  void requestsAreCountedByRoute() throws Exception {
    get("/fine");
    get("/some/invented/address");
    get("/index.php?module=API&method=x");
    get("/?module=API&method=x");
    get("/");
    // Counting comes after the answer.
    Await.until(
        "all are counted",
        () ->
            counted("fine", "200")
                    + counted("other", "404")
                    + counted("api", "200")
                    + counted("home", "200")
                >= 5);
    assertThat(counted("other", "404")).isEqualTo(1);
    assertThat(counted("api", "200")).isEqualTo(2);
    assertThat(counted("home", "200")).isEqualTo(1);
    assertThat(counted("fine", "200")).isEqualTo(1);
  }

  @Test
  void aPortInUseIsToldInPlainWords() {
    HttpServer second = new HttpServer(options(server.port()), new Metrics(), List.of());
    assertThatThrownBy(second::start)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("127.0.0.1:" + server.port())
        .hasMessageContaining("http.port");
  }

  private double counted(String route, String status) {
    Double value =
        metrics
            .registry()
            .getSampleValue(
                "footfall_http_requests_total",
                new String[] {"route", "status"},
                new String[] {route, status});
    return value == null ? 0 : value;
  }

  private void slow() {
    reading.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return CLIENT.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = new byte[12];
      int length = socket.getInputStream().readNBytes(answer, 0, answer.length);
      return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
    }
  }

  private interface Answer {
    void to(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private static HttpServlet servlet(Answer answer) {
    return new HttpServlet() {
      private static final long serialVersionUID = 1L;

      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        answer.to(request, response);
      }
    };
  }
}
