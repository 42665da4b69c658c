package org.footfall.ui;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.manual.Manual;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;

/** The pages on a real server with a real database; the figures come from the test. */
final class UiServer implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

  final SiteStore sites;
  final Accounts accounts;
  private final Server server = new Server(0);
  volatile Duration oldest = Duration.ZERO;

  UiServer(Database database, DashboardReader reader, Clock clock) throws Exception {
    LocalChanges changes = new LocalChanges();
    sites = new SiteStore(database, clock, changes);
    accounts = new Accounts(new AccountStore(database), clock, changes);
    Ui ui =
        new Ui(
            new Sessions(new SessionStore(database), clock),
            accounts,
            sites,
            new InstanceStore(database, changes),
            reader,
            () -> oldest,
            request -> request.getRemoteAddr(),
            Manual.load(),
            clock);
    ServletContextHandler context = new ServletContextHandler("/");
    for (Ui.Route route : ui.routes()) {
      for (String path : route.paths()) {
        context.addServlet(new ServletHolder(route.servlet()), path);
      }
    }
    server.setHandler(context);
    server.start();
  }

  SiteId addSite(String name, String url) {
    Instant created = Instant.parse("2026-01-01T00:00:00Z");
    return sites.add(NewSite.website(name, url, ZoneId.of("Europe/Paris"), created));
  }

  String base() {
    return "http://localhost:" + server.getURI().getPort();
  }

  /** A browser that has not been here yet; it does not follow redirects. */
  Browser browser() {
    return new Browser(base());
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  /** Keeps cookies, and sends forms as a page's form would be. */
  static final class Browser {
    private final String base;
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(String base) {
      this.base = base;
    }

    HttpResponse<String> get(String path) throws Exception {
      return send(request(path));
    }

    HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
      return send(form(path, fields));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
      String body =
          fields.entrySet().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return request(path)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> signIn(String login, String password) throws Exception {
      return signIn(login, password, "/");
    }

    HttpResponse<String> signIn(String login, String password, String to) throws Exception {
      String token = token(get("/login").body());
      return post(
          "/login", Map.of("login", login, "password", password, "to", to, FormToken.FIELD, token));
    }

    /** The hidden field of a page's form. */
    static String token(String page) {
      Matcher field = TOKEN.matcher(page);
      if (!field.find()) {
        throw new AssertionError("no form on the page:\n" + page);
      }
      return field.group(1);
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
