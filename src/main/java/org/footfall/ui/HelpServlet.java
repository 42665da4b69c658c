package org.footfall.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.footfall.account.Right;
import org.footfall.manual.Manual;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;

/** {@code /help/api}: what can be asked of the Reporting API, with examples of a site. */
final class HelpServlet extends PageServlet {
  private static final long serialVersionUID = 1L;

  private final transient SiteStore sites;
  private final transient Manual manual;

  HelpServlet(Pages pages, SiteStore sites, Manual manual) {
    super(pages);
    this.sites = sites;
    this.manual = manual;
  }

  @Override
  void show(Exchange exchange) throws IOException {
    if (!exchange.signedIn()) {
      exchange.redirectToSignIn();
      return;
    }
    List<Site> visible =
        sites.all().stream().filter(s -> exchange.caller().may(s.id(), Right.VIEW)).toList();
    if (visible.isEmpty()) {
      exchange.redirect("/");
      return;
    }
    String asked = exchange.parameter("site");
    Optional<Site> named =
        visible.stream().filter(site -> site.id().toString().equals(asked)).findFirst();
    Site site = named.orElse(visible.get(0));
    String search = exchange.parameter("q").strip();
    List<Shell.SiteLink> links =
        visible.stream()
            .map(
                other ->
                    Shell.SiteLink.of(
                        other.name(), "/help/api?site=" + other.id(), other.id().equals(site.id())))
            .toList();
    Shell shell =
        new Shell(
            pages().frame(exchange, "Reporting API"),
            Shell.SiteLink.of(site.name(), "/s/" + site.id() + "/dashboard", true),
            "/s/" + site.id() + "/overlay",
            links,
            new Shell.Freshness("", ""));
    pages()
        .send(
            exchange,
            HttpServletResponse.SC_OK,
            "api-help",
            shell,
            ApiHelp.of(manual, site.id().toString(), search));
  }
}
