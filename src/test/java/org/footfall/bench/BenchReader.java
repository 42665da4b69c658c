package org.footfall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.footfall.testing.Installation;

/** Asks a running Footfall's Reporting API as a client does, one question after the other. */
final class BenchReader {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Installation all;
  private final String token;

  /**
   * @param token of a superuser
   */
  BenchReader(Installation all, String token) {
    this.all = all;
    this.token = token;
  }

  /** How long an answer took, and the answer. */
  record Answered(double millis, String body) {}

  /**
   * Asks once.
   *
   * @param question a method with its parameters but for site and period
   * @throws IOException if it was answered by an error
   */
  Answered ask(int site, String period, String question) throws IOException, InterruptedException {
    URI uri =
        all.footfall
            .address()
            .resolve(
                "/index.php?module=API&format=JSON&idSite=%d&period=%s&method=%s"
                    .formatted(site, period, question));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.ofString("token_auth=" + token))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();
    long begin = System.nanoTime();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    double millis = (System.nanoTime() - begin) / 1e6;
    String body = response.body();
    if (response.statusCode() != 200 || body.contains("\"result\":\"error\"")) {
      throw new IOException(
          response.statusCode() + " " + body.substring(0, Math.min(200, body.length())));
    }
    return new Answered(millis, body);
  }

  /** The milliseconds of so many answers, the quickest first. */
  double[] times(int site, String period, String question, int times)
      throws IOException, InterruptedException {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      millis[i] = ask(site, period, question).millis();
    }
    Arrays.sort(millis);
    return millis;
  }
}
