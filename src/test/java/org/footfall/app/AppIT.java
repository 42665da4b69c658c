package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.tag.TagFile;
import org.footfall.tag.TagFiles;
import org.footfall.testing.Await;
import org.footfall.testing.Configuration;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void aHitGoesTheWholeWay() throws Exception {
    DatabaseConfig schema = TestDatabase.emptySchema();
    try (App app = App.start(configuration(schema, 0))) {
      addSite(schema);
      await(app, "/matomo.php?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F", 200);
      assertThat(status(app, "/health/live")).isEqualTo(200);
      assertThat(status(app, "/health/ready")).isEqualTo(200);
      assertThat(body(app, "/metrics"))
          .contains(
              "footfall_door_hits_total",
              "footfall_queue_",
              "footfall_transfer_lag_seconds",
              "footfall_job_",
              "footfall_http_requests_total",
              "footfall_log_segments{state=\"damaged\",} 0.0",
              "footfall_database_read_connections{state=\"active\",}",
              "jvm_memory");
      assertThat(body(app, "/robots.txt")).contains("Disallow: /");
    }
  }

  /** Tag, part and hit, all by names that nobody else has. */
  @Test
  void tagAndHitsHaveNamesOfTheirOwn() throws Exception {
    DatabaseConfig schema = TestDatabase.emptySchema();
    Path configuration = configuration(schema, 0);
    Files.writeString(
        configuration,
        Files.readString(configuration)
            + "[transfer]\ninterval = \"1 s\"\n"
            + "[tag]\npaths = [\"/stats/app.js\", \"/x/\"]\nhit_paths = [\"/stats/h\", \"/x/\"]\n");
    Path parts = Files.createDirectories(folder.resolve("state").resolve("tag"));
    Files.writeString(parts.resolve("content.SF3qIH6M.js"), "part(7)");
    try (App app = App.start(configuration);
        Database database = new Database(schema)) {
      addSite(schema);
      String tag = body(app, "/matomo.js");
      assertThat(tag).contains("_paq").matches("(?s)[\\n -~]*");
      for (String path : List.of("/stats/app.js", "/x/", "/js/", "/piwik.js", "/footfall.js")) {
        assertThat(body(app, path)).as(path).isEqualTo(tag);
      }
      assertThat(body(app, "/footfall.lite.js")).isNotEqualTo(tag);
      TagFile part = TagFiles.load().part("content").orElseThrow();
      assertThat(body(app, "/stats/app.js?part=content." + part.hash()))
          .isEqualTo(new String(part.bytes(), StandardCharsets.US_ASCII));
      assertThat(body(app, "/matomo.php?part=content.SF3qIH6M")).isEqualTo("part(7)");
      assertThat(parts.resolve("content." + part.hash() + ".js")).exists();
      String hit = "?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F";
      await(app, "/stats/h" + hit, 200);
      await(app, "/x/" + hit, 200);
      Await.until("both hits are in the log", () -> accepted(database) == 2);
      assertThat(body(app, "/index.php?module=CoreAdminHome&action=optOut"))
          .contains("Your visits are counted.");
    }
  }

  @Test
  void aStartWithoutDatabaseIsRefusedAndLeavesNothing() throws Exception {
    Set<String> before = threads();
    DatabaseConfig nobody = DatabaseConfig.of("127.0.0.1", freePort(), "footfall", "x", "y");
    Path configuration = configuration(nobody, 0);
    assertThatThrownBy(() -> App.start(configuration))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("database.host");
    assertThat(threads()).isSubsetOf(before);
  }

  @Test
  void aPortInUseRefusesTheStartAndLeavesNothing() throws Exception {
    DatabaseConfig schema = TestDatabase.emptySchema();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path configuration = configuration(schema, taken.getLocalPort());
      assertThatThrownBy(() -> App.start(configuration))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    try (App second = App.start(configuration(schema, 0))) {
      assertThat(status(second, "/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void hitsAreTakenWhileTheDatabaseIsAwayAfterAStartToo() throws Exception {
    try (TestDatabase server = TestDatabase.start()) {
      DatabaseConfig schema = server.newSchema();
      Path configuration = configuration(schema, 0);
      try (App app = App.start(configuration)) {
        addSite(schema);
        await(app, "/matomo.php?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fa", 200);
      }
      server.stop();
      try (App app = App.start(configuration)) {
        assertThat(status(app, "/health/live")).isEqualTo(200);
        assertThat(status(app, "/health/ready")).isEqualTo(503);
        assertThat(status(app, "/matomo.php?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fb"))
            .isEqualTo(200);
        server.restart();
        await(app, "/health/ready", 200);
      }
    }
  }

  @Test
  void aChangedIntervalHoldsForEverythingThatGoesByIt() throws Exception {
    DatabaseConfig schema = TestDatabase.emptySchema();
    Path configuration = configuration(schema, 0);
    String usual = Files.readString(configuration);
    Files.writeString(configuration, usual + "[transfer]\ninterval = \"1 h\"\n");
    try (App app = App.start(configuration);
        Database database = new Database(schema)) {
      Await.until("jobs have begun their first round", () -> runs(app, "door-counts") > 0);
      assertThat(status(app, "/matomo.php?rec=1")).isEqualTo(400);
      Files.writeString(configuration, usual + "[transfer]\ninterval = \"1 s\"\n");
      app.reload();
      Await.until("the refused hit is stored", () -> refused(database) == 1);
    }
  }

  private static double runs(App app, String job) throws Exception {
    return body(app, "/metrics")
        .lines()
        .filter(line -> line.startsWith("footfall_job_runs_total{job=\"" + job + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static int accepted(Database database) {
    return database.read(
        connection ->
            Query.of(
                    connection,
                    "SELECT COALESCE(SUM(hits), 0) AS n FROM hit_fate WHERE fate = 'accepted'")
                .first(row -> row.integer("n"))
                .orElse(0));
  }

  private static int refused(Database database) {
    return database.read(
        connection ->
            Query.of(connection, "SELECT COUNT(*) AS n FROM hit_fate WHERE fate = 'refused'")
                .first(row -> row.integer("n"))
                .orElse(0));
  }

  private Path configuration(DatabaseConfig database, int port) {
    return Configuration.write(folder, database, port, "");
  }

  private static void addSite(DatabaseConfig schema) {
    try (Database database = new Database(schema)) {
      Clock clock = Clock.systemUTC();
      SiteId added =
          new SiteStore(database, clock, new LocalChanges())
              .add(
                  NewSite.website(
                      "Example", "http://example.org", ZoneOffset.UTC, clock.instant()));
      assertThat(added.value()).isEqualTo(1);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Threads that keep a process alive, but for those of the Java machine and of other tests. */
  private static Set<String> threads() {
    Set<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.isDaemon() && thread.isAlive()) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  private static void await(App app, String path, int status) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (status(app, path) != status) {
      assertThat(System.nanoTime()).as(path).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static int status(App app, String path) throws Exception {
    return get(app, path).statusCode();
  }

  private static String body(App app, String path) throws Exception {
    return get(app, path).body();
  }

  private static HttpResponse<String> get(App app, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + app.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
