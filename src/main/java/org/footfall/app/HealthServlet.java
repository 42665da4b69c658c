package org.footfall.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it is of use; 503 when not,
 * with what is wrong.
 */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Health health;
  private final transient BooleanSupplier serving;

  /**
   * @param serving false before everything has started and from the beginning of the end on
   */
  HealthServlet(Health health, BooleanSupplier serving) {
    this.health = health;
    this.serving = serving;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getPathInfo() == null ? "" : request.getPathInfo();
    switch (asked) {
      case "/live" -> answer(response, true, json("live"));
      case "/ready" -> ready(response);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void ready(HttpServletResponse response) throws IOException {
    boolean ok = serving.getAsBoolean();
    ObjectNode checks = JsonNodeFactory.instance.objectNode();
    try {
      for (Health.Finding finding : health.look()) {
        ok &= finding.ok();
        checks
            .putObject(finding.name())
            .put("ok", finding.ok())
            .put("detail", finding.detail())
            .put("millis", finding.millis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ok = false;
    }
    ObjectNode answer = json(ok ? "ready" : "not ready");
    answer.set("checks", checks);
    answer(response, ok, answer);
  }

  private static ObjectNode json(String status) {
    return JsonNodeFactory.instance.objectNode().put("status", status);
  }

  private static void answer(HttpServletResponse response, boolean ok, ObjectNode body)
      throws IOException {
    response.setStatus(ok ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=utf-8");
    response.getWriter().write(body.toString());
  }
}
