package org.footfall.app;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.footfall.api.ApiServlet;

/**
 * Matomo answers pages and its API at the same two addresses, {@code /} and {@code /index.php}:
 * questions to the API go there, people to the start page.
 */
final class IndexServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Servlet api;
  private final transient Servlet home;

  IndexServlet(Servlet api, Servlet home) {
    this.api = api;
    this.home = home;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    api.init(config);
    home.init(config);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (ApiServlet.isFor(request) || request.getMethod().equals("POST")) {
      request.setAttribute(HttpMetrics.ROUTE, "api");
      api.service(request, response);
    } else if (request.getServletPath().isEmpty()) {
      home.service(request, response);
    } else {
      response.sendRedirect("/");
    }
  }
}
