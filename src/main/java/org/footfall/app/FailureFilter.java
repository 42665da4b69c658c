package org.footfall.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.footfall.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a request's failure ends: the log has the cause and a reference, the client
 * gets the reference and a status.
 */
final class FailureFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (DatabaseException e) {
      LOG.warn("{} {}: {}", request.getMethod(), request.getServletPath(), e.getMessage());
      LOG.debug("cause", e);
      answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (Exception e) {
      if (e instanceof EofException) {
        LOG.debug("the client left", e);
        return;
      }
      if (e instanceof HttpException refused) {
        answer(response, refused.getCode());
        return;
      }
      String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      LOG.error(
          "{} {} failed, reference {}",
          request.getMethod(),
          request.getServletPath(),
          reference,
          e);
      request.setAttribute(ErrorPages.REFERENCE, reference);
      answer(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  /** An answer that has begun cannot be changed; the connection is closed instead. */
  private static void answer(HttpServletResponse response, int status) throws IOException {
    if (response.isCommitted()) {
      throw new IOException("failed in the middle of the answer");
    }
    response.reset();
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "5");
    }
    response.sendError(status);
  }
}
