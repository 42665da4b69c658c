package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteStore;
import org.footfall.store.Migrations;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;

/**
 * An installation that serves, with an administrator and one site, seen through its Reporting API.
 */
final class WholeServer implements AutoCloseable {
  static final String LOGIN = "agathe";
  static final String PASSWORD = "a long password";

  private static final ObjectMapper JSON = new ObjectMapper();

  final Installation all;
  final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String token;
  private final int site;

  private WholeServer(Installation all, String token, int site) {
    this.all = all;
    this.token = token;
    this.site = site;
  }

  /** Starts all of it with settings that count more than those that connect the parts. */
  static WholeServer start(String settings) throws IOException {
    Installation all = Installation.prepare(TestRedis.Log.EVERYSEC, List.of(), "", "-Xmx256m");
    boolean started = false;
    try {
      Path more = Files.createDirectory(all.folder().resolve("conf.d"));
      Files.writeString(more.resolve("test.toml"), settings);
      int unused = Migrations.migrate(all.database());
      Clock clock = Clock.systemUTC();
      LocalChanges changes = new LocalChanges();
      Accounts accounts = new Accounts(new AccountStore(all.database()), clock, changes);
      accounts.add(LOGIN, "agathe@shop.example", PASSWORD, true);
      String token = accounts.createToken(LOGIN, "test", false, null);
      NewSite shop = NewSite.website("Shop", "https://shop.example", ZoneOffset.UTC, Instant.EPOCH);
      int site = new SiteStore(all.database(), clock, changes).add(shop).value();
      all.footfall.start();
      started = true;
      return new WholeServer(all, token, site);
    } finally {
      if (!started) {
        all.close();
      }
    }
  }

  int site() {
    return site;
  }

  /** The administrator's. */
  String token() {
    return token;
  }

  URI address(String path) {
    return all.footfall.address().resolve(path);
  }

  /** Sends a GET, answered with the status. */
  int status(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(
            request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  String text(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The sum of all samples of a metric whose name and labels begin so. */
  double metric(String name) throws IOException, InterruptedException {
    return text("/metrics")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Moves all that was received so far into the reports. */
  void process() throws IOException, InterruptedException {
    JsonNode answer = ask("CoreAdminHome.runCronArchiving");
    assertThat(answer.path("result").asText("")).as(answer.toString()).isNotEqualTo("error");
  }

  /** Asks the Reporting API as the administrator. */
  JsonNode ask(String method, String... parameters) throws IOException, InterruptedException {
    String query = "module=API&format=json&method=" + method + "&" + String.join("&", parameters);
    HttpRequest request =
        HttpRequest.newBuilder(address("/index.php?" + query))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofMinutes(5))
            .POST(HttpRequest.BodyPublishers.ofString("token_auth=" + token))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** A site's figure over the days; the last of them counts, too. */
  long figure(LocalDate from, LocalDate to, String name) throws Exception {
    JsonNode answer = ask("VisitsSummary.get", "idSite=" + site, range(from, to));
    assertThat(answer.has(name)).as(answer.toString()).isTrue();
    return answer.get(name).asLong();
  }

  /** How often each page was seen over the days. */
  Map<String, Long> pages(LocalDate from, LocalDate to) throws Exception {
    JsonNode answer =
        ask("Actions.getPageUrls", "idSite=" + site, "flat=1", "filter_limit=-1", range(from, to));
    Map<String, Long> pages = new TreeMap<>();
    for (JsonNode row : answer) {
      pages.merge(row.get("label").asText(), row.get("nb_hits").asLong(), Long::sum);
    }
    return pages;
  }

  private static String range(LocalDate from, LocalDate to) {
    return from.equals(to) ? "period=day&date=" + from : "period=range&date=" + from + "," + to;
  }

  @Override
  public void close() {
    all.close();
  }
}
