package org.footfall.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What a client reads when a request failed: the status, what it means and what to do, as HTML,
 * JSON or plain text, whichever it asked for. Never a stack trace, and nothing of what it sent.
 */
final class ErrorPages implements Request.Handler {
  /** Request attribute: what a person can tell the operator, who finds it in the log. */
  static final String REFERENCE = "org.footfall.reference";

  private static final Map<Integer, String> ADVICE =
      Map.ofEntries(
          Map.entry(400, "The server could not understand the request."),
          Map.entry(401, "Sign in first, or send a token."),
          Map.entry(403, "You are not allowed to do this."),
          Map.entry(404, "There is nothing at this address."),
          Map.entry(405, "This address does not take this kind of request."),
          Map.entry(408, "The request did not arrive in time."),
          Map.entry(413, "The request is larger than this server accepts."),
          Map.entry(414, "The address is longer than this server accepts."),
          Map.entry(429, "Too many requests. Try again in a while."),
          Map.entry(431, "The headers are larger than this server accepts."),
          Map.entry(500, "Something failed on the server. The failure is in its log."),
          Map.entry(
              503, "The server is busy or cannot reach its database. Try again in a moment."));

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer known
            ? known
            : response.getStatus();
    String title = HttpStatus.getMessage(status);
    String advice = ADVICE.getOrDefault(status, status < 500 ? ADVICE.get(400) : ADVICE.get(500));
    if (request.getAttribute(REFERENCE) instanceof String reference) {
      advice += " Reference: " + reference;
    }
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    String body;
    switch (wanted(request)) {
      case HTML -> {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'");
        body = html(title, advice);
      }
      case JSON -> {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        body = json(status, title, advice);
      }
      default -> {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        body = title + "\n" + advice + "\n";
      }
    }
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  /** The first of the client's wishes that can be met; plain text when it has none. */
  private static Form wanted(Request request) {
    for (String type : request.getHeaders().getQualityCSV(HttpHeader.ACCEPT)) {
      switch (type) {
        case "text/html", "application/xhtml+xml" -> {
          return Form.HTML;
        }
        case "application/json" -> {
          return Form.JSON;
        }
        default -> {}
      }
    }
    return Form.PLAIN;
  }

  /** All that is filled in is ours, so nothing needs escaping. */
  private static String html(String title, String advice) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%1$s · Footfall</title>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        <p>%2$s</p>
        <p><a href="/">To the start page</a></p>
        </main>
        </body>
        </html>
        """
        .formatted(title, advice);
  }

  private static String json(int status, String title, String advice) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", status).put("error", title).put("message", advice);
    return answer.toString();
  }

  private enum Form {
    HTML,
    JSON,
    PLAIN
  }
}
