package org.footfall.app;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.footfall.account.Caller;
import org.footfall.api.ApiServlet;
import org.footfall.tracking.http.OptOutServlet;
import org.footfall.ui.Ui;

/**
 * Matomo answers pages and its API at the same two addresses, {@code /} and {@code /index.php}:
 * questions to the API go there, people to the start page. The opt-out form is at these addresses,
 * too, and an overlay begins there.
 */
final class IndexServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Servlet api;
  private final transient Servlet home;
  private final transient Servlet optOut;
  private final transient Function<HttpServletRequest, Optional<Caller>> signedIn;

  /**
   * @param signedIn who is signed in with a browser
   */
  IndexServlet(
      Servlet api,
      Servlet home,
      Servlet optOut,
      Function<HttpServletRequest, Optional<Caller>> signedIn) {
    this.api = api;
    this.home = home;
    this.optOut = optOut;
    this.signedIn = signedIn;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    api.init(config);
    home.init(config);
    optOut.init(config);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (OptOutServlet.isFor(request.getQueryString())) {
      request.setAttribute(HttpMetrics.ROUTE, "optout");
      optOut.service(request, response);
    } else if (ApiServlet.isFor(request) || request.getMethod().equals("POST")) {
      request.setAttribute(HttpMetrics.ROUTE, "api");
      if (isFromOwnPage(request)) {
        signedIn
            .apply(request)
            .ifPresent(caller -> request.setAttribute(ApiServlet.SIGNED_IN, caller));
      }
      api.service(request, response);
    } else if (request.getServletPath().isEmpty() || Ui.isOverlay(request)) {
      home.service(request, response);
    } else {
      response.sendRedirect("/");
    }
  }

  /**
   * Whether a browser says that a page of ours asks, or a person has typed it. Other pages would
   * else learn what the person may see. Browsers say so over TLS only, and old ones never do; then
   * a script of ours says it in a header that those of other pages cannot send unless we allow it.
   */
  private static boolean isFromOwnPage(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    String query = request.getQueryString();
    boolean own =
        from == null
            ? "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
            : from.equals("same-origin") || from.equals("none");
    return request.getMethod().equals("GET")
        && query != null
        && ("&" + query + "&").contains("&force_api_session=1&")
        && own;
  }
}
