package org.footfall.ui;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.footfall.account.Accounts;
import org.footfall.account.Caller;
import org.footfall.manual.Manual;
import org.footfall.report.ReportEngine;
import org.footfall.site.InstanceStore;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;

/** The pages, ready to be registered with the server. */
public final class Ui {
  /**
   * A servlet and where it answers.
   *
   * @param name what its requests are counted under
   * @param paths servlet path patterns
   * @param reads whether it may wait for the database
   */
  public record Route(String name, Servlet servlet, List<String> paths, boolean reads) {}

  private final List<Route> routes;
  private final Pages pages;

  /**
   * @param log where the log is read, for the days that have hits
   * @param backlog how old the oldest hit is that is not stored yet
   * @param clientAddress the address a request came from, behind proxies too; guesses of passwords
   *     are limited by it
   * @param manual what can be asked of the API, for the page that tells it
   */
  public Ui(
      Database database,
      Accounts accounts,
      SiteStore sites,
      InstanceStore settings,
      ReportEngine reports,
      ReportEngine.Snapshots log,
      Backlog backlog,
      Function<HttpServletRequest, String> clientAddress,
      Manual manual,
      Clock clock) {
    this(
        new Sessions(new SessionStore(database), clock),
        accounts,
        sites,
        settings,
        new ReportReader(reports, log),
        backlog,
        clientAddress,
        manual,
        clock);
  }

  Ui(
      Sessions sessions,
      Accounts accounts,
      SiteStore sites,
      InstanceStore settings,
      DashboardReader reader,
      Backlog backlog,
      Function<HttpServletRequest, String> clientAddress,
      Manual manual,
      Clock clock) {
    Assets assets = new Assets();
    this.pages = new Pages(assets, sessions, accounts);
    this.routes =
        List.of(
            page("home", new HomeServlet(pages, sites), ""),
            page("login", new LoginServlet(pages, sessions, accounts, clientAddress), "/login"),
            page("logout", new LogoutServlet(pages, sessions), "/logout"),
            page("preferences", new PreferenceServlet(pages), "/preferences"),
            page("help", new HelpServlet(pages, sites, manual), "/help/api"),
            page("site", new SiteServlet(pages, sites, settings, reader, backlog, clock), "/s/*"),
            new Route("assets", new AssetServlet(assets), List.of(Assets.FOLDER + "*"), false));
  }

  private static Route page(String name, PageServlet servlet, String path) {
    return new Route(name, servlet, List.of(path), true);
  }

  /** Who is signed in with the browser that asks. */
  public Optional<Caller> signedIn(HttpServletRequest request) {
    return pages.signedIn(request);
  }

  /** Whether a request to {@code /index.php} asks for an overlay, which the start page leads to. */
  public static boolean isOverlay(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && ("&" + query + "&").contains("&module=Overlay&");
  }

  /** All servlets. */
  public List<Route> routes() {
    return routes;
  }
}
