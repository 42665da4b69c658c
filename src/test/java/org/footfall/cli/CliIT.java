package org.footfall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.Query;
import org.footfall.testing.Configuration;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliIT {
  private StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;
  private Path file;
  private DatabaseConfig schema;

  @BeforeEach
  void configuration() throws IOException {
    DatabaseConfig database = TestDatabase.emptySchema();
    schema = database;
    file =
        Files.writeString(
            folder.resolve("footfall.toml"),
            Configuration.database(database) + Configuration.spool(folder));
  }

  @Test
  void aHitIsExplained() {
    succeeds("setup");
    succeeds("site", "add", "My shop", "https://shop.example");
    String hit = "rec=1&url=https%3A%2F%2Fshop.example%2Fa";
    succeeds(
        "hit",
        "explain",
        "https://stats.example/matomo.php?idsite=1&" + hit,
        "-a",
        "194.57.91.215",
        "-H",
        "User-Agent=Mozilla");
    assertThat(out.toString())
        .contains("site             1, My shop\n", "address          194.57.0.0, which is what")
        .contains("place            fr\n", "door             accepted\n")
        .contains("match visit      begins a visit\n")
        .doesNotContain("194.57.91");
    succeeds("hit", "explain", "idsite=7&" + hit);
    assertThat(out.toString()).contains("door             refused, site_unknown\n");
    succeeds("hit", "explain", "idsite=1&" + hit, "-H", "Cookie=matomo_ignore=x");
    assertThat(out.toString()).contains("door             excluded, opted_out\n");
    assertThat(run("hit", "explain", "idsite=1", "-a", "somewhere")).isEqualTo(1);
    assertThat(run("hit", "explain", "")).isEqualTo(1);
    succeeds("log", "visits", "1");
    assertThat(out.toString()).doesNotContain("shop.example");
  }

  @Test
  void anInstallationIsSetUpOnceAndAdministeredFromTheCommandLine() {
    assertThat(run("site", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("Run: footfall setup");

    succeeds("setup");
    assertThat(out.toString()).contains("Sign in as admin with the password ");
    succeeds("setup");
    assertThat(out.toString()).contains("There is an administrator already");

    succeeds("site", "add", "My shop", "https://shop.example");
    assertThat(out.toString().strip()).isEqualTo("1");
    succeeds("site", "add", "App", "https://a.example", "--timezone", "Asia/Tokyo");
    assertThat(out.toString().strip()).isEqualTo("2");
    succeeds("site", "list");
    assertThat(out.toString()).contains("My shop  https://shop.example  UTC", "Asia/Tokyo");
    assertThat(run("site", "add", "App", "nonsense")).isEqualTo(1);
    assertThat(run("site", "add", "App", "http://a", "--timezone", "Mars")).isEqualTo(1);

    succeeds("user", "add", "anna", "--email", "a@example.org", "--generate");
    assertThat(out.toString().strip()).matches("[A-Za-z2-9]{16}");
    succeeds("user", "grant", "anna", "1", "view");
    succeeds("user", "token", "anna", "--name", "export");
    assertThat(out.toString().strip()).matches("[0-9a-f]{32}");
    succeeds("user", "tokens", "anna");
    assertThat(out.toString()).contains("export", "never");
    String id = out.toString().lines().skip(1).findFirst().orElseThrow().substring(0, 8);
    succeeds("user", "end-token", "anna", id);
    succeeds("user", "tokens", "anna");
    assertThat(out.toString()).doesNotContain("export");
    assertThat(run("user", "end-token", "anna", id)).isEqualTo(1);
    succeeds("user", "passwd", "anna", "--generate");
    succeeds("user", "list");
    assertThat(out.toString()).contains("anna", "admin", "VIEW");
    succeeds("user", "revoke", "anna", "1");
    succeeds("user", "list");
    assertThat(out.toString()).doesNotContain("VIEW");
    assertThat(run("user", "passwd", "nobody", "--generate")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no account nobody; footfall user list shows");
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void queueAndLogOfANewInstallationAreEmpty() {
    succeeds("setup");
    succeeds("site", "add", "My shop", "https://shop.example");
    succeeds("queue", "status");
    assertThat(out.toString().strip())
        .isEqualTo("0 hits wait, those stored within the last minute included.");
    succeeds("queue", "replay");
    assertThat(run("queue", "drop")).isEqualTo(1);
    assertThat(err.toString()).contains("This would remove 0 hits for good.");
    succeeds("queue", "drop", "--yes");
    succeeds("log", "visits", "1", "--format", "csv");
    assertThat(out.toString()).startsWith("site,day,");
    succeeds("log", "actions", "1", "--from", "2026-01-01", "--to", "2026-01-31");
    succeeds("log", "tail", "1", "-n", "5", "--format", "json");
    assertThat(run("log", "tail", "7")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no site 7; footfall site list shows them.");
    succeeds("job", "list");
    assertThat(out.toString()).startsWith("job  began");
    assertThat(run("job", "run", "nonsense")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no job nonsense; footfall job list shows them.");
  }

  @Test
  void whatCrawlersFetchedIsTold() {
    succeeds("setup");
    succeeds("site", "add", "My shop", "https://shop.example");
    try (Database database = new Database(schema)) {
      fetched(database, "2026-03-09", "GPTBot", 1, "shop.example/a", 4);
      fetched(database, "2026-03-10", "GPTBot", 1, "shop.example/a", 3);
      fetched(database, "2026-03-10", "GPTBot", 2, "shop.example/\u001b[31m", 1);
      fetched(database, "2026-03-10", "GPTBot", 3, "", 2);
      fetched(database, "2026-03-10", "Googlebot", 1, "shop.example/a", 12);
      fetched(database, "2026-03-11", "Late", 1, "shop.example/a", 99);
    }
    succeeds("log", "bots", "1", "--from", "2026-03-09", "--to", "2026-03-10");
    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "bot requests addresses bytes last request",
            "Googlebot 12 1 120 2026-03-10T00:00:00Z",
            "GPTBot 10 4 100 2026-03-10T00:00:00Z");
    succeeds("log", "bots", "1", "--from", "2026-03-10", "--bot", "GPTBot", "--limit", "9");
    assertThat(out.toString().lines().skip(1).map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "shop.example/a 3 1 30 2026-03-10T00:00:00Z",
            "(others) 2 1 20 2026-03-10T00:00:00Z",
            "shop.example/\uFFFD[31m 1 1 10 2026-03-10T00:00:00Z");
    assertThat(run("log", "bots", "7")).isEqualTo(1);
  }

  private static void fetched(
      Database database, String day, String bot, int hash, String url, int requests) {
    int unused =
        database.write(
            connection ->
                Query.of(
                        connection,
                        "INSERT INTO bot_request (site, day, bot, url_hash, url, requests, bytes,"
                            + " http_status, last_request) VALUES (1, ?, ?, ?, ?, ?, ?, 200, ?)")
                    .bind(day, bot, hash, url, requests, 10 * requests, day)
                    .update());
  }

  @Test
  void rejectedHitsAreReplayedAndDroppedByTheirIds() {
    succeeds("setup");
    try (Database database = new Database(schema)) {
      for (int i = 1; i <= 3; i++) {
        int unused =
            database.write(
                connection ->
                    Query.of(
                            connection,
                            "INSERT INTO rejected_request (shard, site, rejected_at, reason, payload)"
                                + " VALUES (0, 1, NOW(6), 'decode: broken', 'x')")
                        .update());
      }
    }
    succeeds("queue", "rejected");
    assertThat(out.toString()).contains("1   1     ", "decode: broken");
    succeeds("queue", "drop", "2");
    succeeds("queue", "replay", "3");
    assertThat(out.toString()).contains("Hit 3 is in the queue again.");
    assertThat(run("queue", "drop", "2")).isEqualTo(1);
    assertThat(run("queue", "replay", "3")).isEqualTo(1);
    assertThat(err.toString())
        .contains("There is no rejected hit 3; footfall queue rejected lists");
    succeeds("queue", "status");
    assertThat(out.toString()).contains("1 hits wait", "1 hits could not be processed");
  }

  private void succeeds(String... args) {
    assertThat(run(args)).as(err.toString()).isZero();
  }

  private int run(String... args) {
    out = new StringWriter();
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--config";
    all[args.length + 1] = file.toString();
    return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
