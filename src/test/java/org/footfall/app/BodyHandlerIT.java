package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.footfall.metrics.Metrics;
import org.footfall.testing.Await;
import org.footfall.tracking.http.ReceivedBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slow, large and broken bodies take neither threads nor memory from others. */
class BodyHandlerIT {
  private static final int THREADS = 8;
  private static final int HITS = 20_000;
  private static final int OTHER = 10_000;
  private static final int ALL = 30_000;

  private final List<Socket> clients = new ArrayList<>();
  private HttpServer server;

  @AfterEach
  void stop() throws Exception {
    for (Socket client : clients) {
      client.close();
    }
    server.stop();
  }

  @Test
  void clientsThatSendSlowlyTakeNoThread() throws Exception {
    start(Duration.ofMinutes(5));
    for (int i = 0; i < 4 * THREADS; i++) {
      send(i % 2 == 0 ? "/hits" : "/other", "Content-Length: 9", "12345");
    }
    assertThat(post("/hits", "whole")).contains(" 200 ", "got 5");
    assertThat(post("/other", "whole")).contains(" 200 ", "read 5");
    Socket slow = clients.get(0);
    slow.getOutputStream().write("6789".getBytes(StandardCharsets.US_ASCII));
    assertThat(answer(slow)).contains(" 200 ", "got 9");
  }

  @Test
  void aClientThatAsksFirstIsToldToGoOn() throws Exception {
    start(Duration.ofMinutes(5));
    Socket asking = send("/hits", "Content-Length: 5\r\nExpect: 100-continue", "");
    byte[] told = asking.getInputStream().readNBytes(25);
    assertThat(new String(told, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 Continue");
    asking.getOutputStream().write("whole".getBytes(StandardCharsets.US_ASCII));
    assertThat(answer(asking)).contains(" 200 ", "got 5");
  }

  @Test
  void whatIsAnnouncedTakesNoMemory() throws Exception {
    start(Duration.ofMinutes(5));
    for (int i = 0; i < 5; i++) {
      send("/hits", "Content-Length: " + HITS, "x");
      send("/hits", "Transfer-Encoding: chunked", "1\r\nx\r\n");
    }
    assertThat(post("/hits", "x".repeat(HITS / 2))).contains(" 200 ", "got 10000");
  }

  @Test
  void whenMemoryIsShortSendersAreToldToComeAgain() throws Exception {
    start(Duration.ofMinutes(5));
    String most = "x".repeat(16_000);
    Await.until(
        "what has come in is counted",
        () -> {
          send("/hits", "Content-Length: 16001", most);
          return post("/hits", most).contains("without busy");
        });
    Await.until(
        "there is room for a smaller one",
        () -> post("/other", "x".repeat(OTHER)).contains(" 200 "));
    for (Socket client : clients) {
      client.close();
    }
    Await.until("the memory is given back", () -> post("/hits", most).contains("got 16000"));
  }

  @Test
  void aBodyThatIsTooLargeGetsAnAnswer() throws Exception {
    start(Duration.ofMinutes(5));
    assertThat(post("/hits", "x".repeat(HITS))).contains("got 20000");
    assertThat(post("/hits", "x".repeat(1 << 20))).contains("without body_too_large");
    String part = Integer.toHexString(HITS) + "\r\n" + "x".repeat(HITS) + "\r\n";
    Socket chunked = send("/hits", "Transfer-Encoding: chunked", part.repeat(50) + "0\r\n\r\n");
    assertThat(answer(chunked)).contains("without body_too_large");
    assertThat(post("/other", "x".repeat(OTHER + 1))).contains(" 413 ");
    assertThat(answer(send("/other", "Content-Length: 999999999", "abc"))).contains(" 413 ");
  }

  @Test
  void aBodyThatEndsEarlyOrNeverIsGivenUp() throws Exception {
    start(Duration.ofSeconds(2));
    assertThat(answer(send("/hits", "Content-Length: 9", "12345")))
        .contains("without body_too_slow");
    assertThat(answer(send("/other", "Content-Length: 9", "12345"))).contains(" 408 ");
    assertThat(answer(send("/hits", "Transfer-Encoding: chunked", "zz\r\nx")))
        .containsPattern(" 400 |without body_cut_off");
    assertThat(post("/hits", "whole")).contains("got 5");
  }

  private void start(Duration patience) throws Exception {
    HttpOptions options =
        new HttpOptions(
            "127.0.0.1",
            0,
            THREADS,
            1_000,
            2,
            Duration.ofSeconds(5),
            new BodyOptions(HITS, OTHER, ALL, patience),
            8_192,
            Duration.ofSeconds(30),
            Duration.ZERO,
            InetAddress::isLoopbackAddress);
    List<Mount> mounts =
        List.of(
            Mount.tracking(servlet(BodyHandlerIT::got), "/hits"),
            Mount.reading("other", servlet(BodyHandlerIT::read), "/other"));
    server = new HttpServer(options, new Metrics(), mounts);
    server.start();
  }

  private static String got(HttpServletRequest request) {
    ReceivedBody body = (ReceivedBody) request.getAttribute(ReceivedBody.ATTRIBUTE);
    return body.problem() == null
        ? "got " + body.bytes().length
        : "without " + body.problem().label();
  }

  private static String read(HttpServletRequest request) throws IOException {
    return "read " + request.getInputStream().readAllBytes().length;
  }

  private String post(String path, String body) throws IOException {
    try (Socket socket = send(path, "Content-Length: " + body.length(), body)) {
      return answer(socket);
    }
  }

  private Socket send(String path, String header, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    clients.add(socket);
    socket.setSoTimeout(20_000);
    String request =
        "POST " + path + " HTTP/1.1\r\nHost: t\r\nConnection: close\r\n" + header + "\r\n\r\n";
    socket.getOutputStream().write((request + body).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  private interface Answer {
    String to(HttpServletRequest request) throws IOException;
  }

  private static HttpServlet servlet(Answer answer) {
    return new HttpServlet() {
      private static final long serialVersionUID = 1L;

      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        response.getWriter().write(answer.to(request));
      }
    };
  }
}
