package org.footfall.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.footfall.manual.Manual;

/** Hands out the description that programs read; it holds nothing of this installation. */
public final class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient byte[] description;

  public OpenApiServlet(Manual manual) {
    this.description = new OpenApi(manual).write();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json; charset=utf-8");
    response.setContentLength(description.length);
    response.getOutputStream().write(description);
  }
}
