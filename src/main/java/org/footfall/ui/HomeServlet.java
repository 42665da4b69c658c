package org.footfall.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.footfall.account.Right;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;

/** The start page: the first site's dashboard. Matomo's links to an overlay lead to ours. */
final class HomeServlet extends PageServlet {
  private static final long serialVersionUID = 1L;

  private final transient SiteStore sites;

  HomeServlet(Pages pages, SiteStore sites) {
    super(pages);
    this.sites = sites;
  }

  @Override
  void show(Exchange exchange) throws IOException {
    if (exchange.parameter("module").equals("Overlay")) {
      exchange.redirect(OverlayQuery.ofMatomo(exchange));
      return;
    }
    if (!exchange.signedIn()) {
      exchange.redirectToSignIn();
      return;
    }
    Optional<Site> first =
        sites.all().stream().filter(s -> exchange.caller().may(s.id(), Right.VIEW)).findFirst();
    if (first.isPresent()) {
      exchange.redirect("/s/" + first.get().id() + "/dashboard");
    } else if (exchange.caller().superuser()) {
      Message message =
          new Message(
              "No site is measured yet.",
              "Add one on the command line: footfall site add \"My site\""
                  + " https://www.example.org. Then reload this page.",
              0,
              Message.NONE);
      pages().sendMessage(exchange, HttpServletResponse.SC_OK, message);
    } else {
      Message message = Message.noSites(exchange.caller().login());
      pages().sendMessage(exchange, HttpServletResponse.SC_FORBIDDEN, message);
    }
  }
}
