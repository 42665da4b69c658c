package org.footfall.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.account.Right;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.ingest.BotRequests;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.site.AnnotationStore;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.GoalStore;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.FailureStore;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RowAppender;

/** The API behind a real web server, over a real database, on 15 March 2024. */
final class TestApi implements AutoCloseable {
  static final Instant NOW = Instant.parse("2024-03-15T12:00:00Z");

  final Database database = TestDatabase.fresh();
  final SiteStore sites;
  final InstanceStore settings;
  final FailureStore failures;
  final Accounts accounts;
  final ApiServlet api;
  private final ReportEngine reports;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient client = HttpClient.newHttpClient();
  private int caughtUp;
  private long version;
  private long lastVisit;

  /** What came back. */
  record Reply(int status, String type, String dataUntil, byte[] bytes) {
    String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  TestApi() throws Exception {
    TestClock clock = new TestClock(NOW);
    LocalChanges changes = new LocalChanges();
    sites = new SiteStore(database, clock, changes);
    settings = new InstanceStore(database, changes);
    failures = new FailureStore(database, clock);
    accounts = new Accounts(new AccountStore(database), clock, changes);
    LogReader log = new LogReader(database, 1 << 20);
    reports = new ReportEngine(log::snapshot, ReportLimits.DEFAULT);
    CatchUp catchUp =
        () -> {
          caughtUp++;
          return new CatchUp.Outcome(true, "");
        };
    ServletContextHandler context = new ServletContextHandler();
    api =
        new ApiServlet(
            sites,
            new GoalStore(database, changes),
            new CustomDimensionStore(database, changes),
            new SavedSegmentStore(database, clock),
            settings,
            failures,
            new AnnotationStore(database),
            accounts,
            reports,
            KnownReferrers.load(),
            request -> request.getRemoteAddr(),
            ip -> "from " + ip,
            PlaceLookup.builtin()::of,
            new BotRequests(database),
            bot -> bot.endsWith("-User") ? "AI Assistant" : "Crawler",
            catchUp,
            () -> Optional.of(NOW),
            clock);
    ServletHolder holder = new ServletHolder(api);
    context.addServlet(holder, "/index.php");
    context.addServlet(holder, "/api/*");
    context.addServlet(new ServletHolder(new OpenApiServlet(api.manual())), "/api/openapi.json");
    server.setHandler(context);
    server.addConnector(connector);
    server.start();
  }

  int port() {
    return connector.getLocalPort();
  }

  int caughtUp() {
    return caughtUp;
  }

  SiteId addSite(String name, String zone) {
    return sites.add(
        NewSite.website(name, "https://" + name + ".example", ZoneId.of(zone), Instant.EPOCH));
  }

  /** An account's token that may come in addresses, too. */
  String token(String login, boolean superuser) {
    accounts.add(login, login + "@site.example", "secret-" + login, superuser);
    return accounts.createToken(login, "test", false, null);
  }

  void grant(String login, SiteId site, Right right) {
    accounts.grant(login, site, right);
  }

  /** Writes a visit with a page view for each address, ten seconds apart. */
  void visit(
      SiteId site,
      LocalDate day,
      int hour,
      int visitor,
      Consumer<RowAppender> also,
      List<String> pages) {
    long time = day.atTime(hour, 0).toEpochSecond(ZoneOffset.UTC);
    lastVisit = ++version;
    LogBatch batch = new LogBatch(0, version);
    RowAppender visit = batch.visit(site.value(), day);
    visit
        .set(Columns.VISIT_ID, version)
        .set(Columns.VISITOR_ORDINAL, visitor)
        .set(Columns.VISITOR_ID, visitor)
        .set(Columns.FIRST_ACTION_TIME, time)
        .set(Columns.LAST_ACTION_TIME, time + 10L * (pages.size() - 1))
        .set(Columns.TOTAL_SECONDS, 10L * (pages.size() - 1))
        .set(Columns.ACTIONS, pages.size())
        .set(Columns.REFERRER_TYPE, 1)
        .set(Columns.ENTRY_URL, pages.get(0))
        .set(Columns.ENTRY_URL_PREFIX, 2)
        .set(Columns.ENTRY_TITLE, "Title of " + pages.get(0))
        .set(Columns.EXIT_URL, pages.get(pages.size() - 1))
        .set(Columns.EXIT_URL_PREFIX, 2)
        .set(Columns.EXIT_TITLE, "Title of " + pages.get(pages.size() - 1));
    also.accept(visit);
    for (int i = 0; i < pages.size(); i++) {
      batch
          .action(site.value(), day)
          .set(Columns.ACTION_VISIT_ID, version)
          .set(Columns.POSITION, i + 1)
          .set(Columns.TIME, time + 10L * i)
          .set(Columns.KIND, 1)
          .set(Columns.URL, pages.get(i))
          .set(Columns.URL_PREFIX, 2)
          .set(Columns.TITLE, "Title of " + pages.get(i))
          .set(Columns.SECONDS_BEFORE, i == 0 ? 0 : 10);
    }
    database.write(connection -> new LogWriter().write(connection, batch));
  }

  /** Adds a goal met, an order or a cart to the visit that was written last. */
  void conversion(SiteId site, LocalDate day, int hour, int position, Consumer<RowAppender> also) {
    LogBatch batch = new LogBatch(0, ++version);
    RowAppender row = batch.action(site.value(), day);
    row.set(Columns.ACTION_VISIT_ID, lastVisit)
        .set(Columns.POSITION, position)
        .set(Columns.TIME, day.atTime(hour, 30).toEpochSecond(ZoneOffset.UTC))
        .set(Columns.KIND, 100);
    also.accept(row);
    database.write(connection -> new LogWriter().write(connection, batch));
  }

  Reply get(String query, String... headers) throws IOException, InterruptedException {
    return send(request(query, headers).GET().build());
  }

  /** Asks with the token in the body, as Matomo's own scripts do. */
  Reply ask(String token, String query) throws IOException, InterruptedException {
    return post(query, token.isEmpty() ? "" : "token_auth=" + token);
  }

  Reply post(String query, String form) throws IOException, InterruptedException {
    return send(
        request(query, "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  /** Asks at an address of one's own choice. */
  Reply at(String address) throws IOException, InterruptedException {
    return send(at(address, new String[0]).GET().build());
  }

  private HttpRequest.Builder request(String query, String... headers) {
    return at("/index.php?module=API&" + query, headers);
  }

  private HttpRequest.Builder at(String address, String... headers) {
    URI uri = URI.create("http://localhost:" + connector.getLocalPort() + address);
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("X-Footfall-Data-Until").orElse(""),
        response.body());
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
    reports.close();
    database.close();
  }
}
