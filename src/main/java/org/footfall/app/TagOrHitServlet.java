package org.footfall.app;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.footfall.tracking.http.TagServlet;

/**
 * An address for both: whoever sends something brings a hit, whoever sends nothing wants the tag.
 * The two have been started where they stand alone.
 */
final class TagOrHitServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Servlet tag;
  private final transient Servlet hits;

  TagOrHitServlet(Servlet tag, Servlet hits) {
    this.tag = tag;
    this.hits = hits;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (TagServlet.isFor(request)) {
      request.setAttribute(HttpMetrics.ROUTE, "tag");
      tag.service(request, response);
    } else {
      hits.service(request, response);
    }
  }
}
