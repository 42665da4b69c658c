package org.footfall.app;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.footfall.tracking.http.TagServlet;

/**
 * The addresses of hits. At some of them whoever sends nothing wants the tag; at all of them a
 * question for a part is answered, since Matomo's proxy script hands out the tag under the address
 * of hits and passes on everything else that is asked for there as a hit.
 *
 * <p>The tag has been started where it stands alone.
 */
final class TagOrHitServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Servlet tag;
  private final transient Servlet hits;
  private final transient Set<String> both;

  /**
   * @param both the addresses of hits that are the tag's, too
   */
  TagOrHitServlet(Servlet tag, Servlet hits, Set<String> both) {
    this.tag = tag;
    this.hits = hits;
    this.both = both;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    hits.init(config);
  }

  @Override
  public void destroy() {
    hits.destroy();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (TagServlet.isForPart(request)
        || (TagServlet.isFor(request) && both.contains(request.getServletPath()))) {
      request.setAttribute(HttpMetrics.ROUTE, "tag");
      tag.service(request, response);
    } else {
      hits.service(request, response);
    }
  }
}
