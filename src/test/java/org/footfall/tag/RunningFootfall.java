package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.app.App;
import org.footfall.site.LocalChanges;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.testing.Await;
import org.footfall.testing.Configuration;
import org.footfall.testing.TestDatabase;

/** A Footfall with one shop, set up and read through its Reporting API. */
final class RunningFootfall implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final App app;
  private final Database database;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningFootfall(Path folder) throws Exception {
    DatabaseConfig schema = TestDatabase.emptySchema();
    app = App.start(Configuration.write(folder, schema, 0, ""));
    database = new Database(schema);
    Accounts accounts =
        new Accounts(new AccountStore(database), Clock.systemUTC(), new LocalChanges());
    accounts.add("agathe", "agathe@shop.test", "a long password", true);
    token = accounts.createToken("agathe", "test", false, null);
    Await.until("the token counts", () -> !ask("API.getMatomoVersion").has("result"));
    ask(
        "SitesManager.addSite",
        "siteName=Shop&urls=http://127.0.0.1&ecommerce=1&siteSearch=1&timezone=UTC");
    Await.until("the door knows the shop", () -> status("/matomo.php?idsite=1&rec=0") == 200);
  }

  URI address() {
    return URI.create("http://localhost:" + app.port());
  }

  private int status(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(address().resolve(path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Asks the Reporting API as the administrator. */
  JsonNode ask(String method, String... parameters) throws IOException, InterruptedException {
    String body =
        "module=API&format=json&method="
            + method
            + "&token_auth="
            + token
            + "&"
            + String.join("&", parameters);
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve("/index.php"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The same, and the answer must be one. */
  JsonNode answer(String method, String... parameters) throws IOException, InterruptedException {
    JsonNode answer = ask(method, parameters);
    assertThat(answer.path("result").asText("")).as(answer.toString()).isNotEqualTo("error");
    return answer;
  }

  /** What a report says of the shop for all days that the test can have lasted. */
  JsonNode report(String method, String... parameters) throws IOException, InterruptedException {
    return answer(method, "idSite=1&period=range&date=last2&flat=1", String.join("&", parameters));
  }

  /** Moves all that was received so far into the reports. */
  void process() throws IOException, InterruptedException {
    answer("CoreAdminHome.runCronArchiving");
  }

  @Override
  public void close() {
    app.close();
    database.close();
  }
}
