package org.footfall.ui;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.footfall.account.Caller;
import org.footfall.store.DatabaseException;

/**
 * What holds for every page: the headers that keep it to itself, who asks, forms only from our own
 * pages, and the page that says that the database is away.
 */
abstract class PageServlet extends HttpServlet {
  /** Scripts and styles from this server only, none inside pages, and no frames. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

  /** The same, and frames of the given origins. */
  static String policyWithFrames(List<String> origins) {
    return CONTENT_SECURITY_POLICY + "; frame-src " + String.join(" ", origins);
  }

  private static final long serialVersionUID = 1L;

  private final transient Pages pages;

  PageServlet(Pages pages) {
    this.pages = pages;
  }

  final Pages pages() {
    return pages;
  }

  /** Answers a GET. */
  abstract void show(Exchange exchange) throws IOException;

  /** Answers a POST from a form of ours. */
  void accept(Exchange exchange) throws IOException {
    refuseMethod(exchange.response());
  }

  /** What a form's token is bound to. */
  String formSecret(Exchange exchange) {
    return exchange.sessionId();
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    try {
      answer(request, response);
    } catch (DatabaseException e) {
      if (!e.isConnectionLost()) {
        throw e;
      }
      response.setHeader("Retry-After", "5");
      Exchange nobody = new Exchange(request, response, Caller.ANONYMOUS, "");
      pages.sendMessage(nobody, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Message.DATABASE_AWAY);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> show(pages.open(request, response));
      case "POST" -> {
        Exchange exchange = pages.open(request, response);
        if (pages.isOwnForm(exchange, formSecret(exchange))) {
          accept(exchange);
        } else {
          pages.sendMessage(exchange, HttpServletResponse.SC_FORBIDDEN, Message.WRONG_FORM);
        }
      }
      default -> refuseMethod(response);
    }
  }

  private static void refuseMethod(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }
}
