package org.footfall.ui;

import java.io.IOException;
import java.time.Duration;

/** Ends the session; by a form only, so that no image on another site can. */
final class LogoutServlet extends PageServlet {
  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;

  LogoutServlet(Pages pages, Sessions sessions) {
    super(pages);
    this.sessions = sessions;
  }

  @Override
  void show(Exchange exchange) throws IOException {
    exchange.redirect("/");
  }

  @Override
  void accept(Exchange exchange) throws IOException {
    sessions.end(exchange.sessionId());
    exchange.setCookie(Pages.SESSION_COOKIE, "", "/", Duration.ZERO);
    exchange.redirect("/login");
  }
}
