package org.footfall.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.footfall.account.Accounts;
import org.footfall.account.Caller;

/** What all page servlets share: who asks, the frame around content, and templates. */
final class Pages {
  static final String SESSION_COOKIE = "footfall_session";
  static final String THEME_COOKIE = "footfall_theme";
  static final String SHORTCUTS_COOKIE = "footfall_keys";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
  private final Assets assets;
  private final Sessions sessions;
  private final Accounts accounts;
  private final FormToken formToken = new FormToken();

  Pages(Assets assets, Sessions sessions, Accounts accounts) {
    this.assets = assets;
    this.sessions = sessions;
    this.accounts = accounts;
  }

  /** Who is signed in with the browser that asks; nobody where a session counts as none. */
  Optional<Caller> signedIn(HttpServletRequest request) {
    String id = Exchange.cookie(request, SESSION_COOKIE);
    return id.isEmpty()
        ? Optional.empty()
        : sessions.find(id).flatMap(known -> accounts.signedIn(known.login(), known.startedAt()));
  }

  /**
   * Finds out who asks. A session counts as none when its account is gone or has a new password.
   */
  Exchange open(HttpServletRequest request, HttpServletResponse response) {
    String id = Exchange.cookie(request, SESSION_COOKIE);
    Optional<Sessions.Session> session = id.isEmpty() ? Optional.empty() : sessions.find(id);
    Optional<Caller> caller =
        session.flatMap(known -> accounts.signedIn(known.login(), known.startedAt()));
    if (session.isEmpty() || caller.isEmpty()) {
      return new Exchange(request, response, Caller.ANONYMOUS, "");
    }
    Exchange exchange = new Exchange(request, response, caller.get(), id);
    if (session.get().renewed() && session.get().remembered()) {
      keep(exchange, session.get());
    }
    return exchange;
  }

  /** Gives the browser its session. */
  void keep(Exchange exchange, Sessions.Session session) {
    exchange.setCookie(
        SESSION_COOKIE, session.id(), "/", session.remembered() ? Sessions.REMEMBERED : null);
  }

  /** Whether a sent form came from a page that we made for this browser. */
  boolean isOwnForm(Exchange exchange, String secret) {
    String from = exchange.request().getHeader("Sec-Fetch-Site");
    boolean own = from == null || from.equals("same-origin");
    return own
        && !secret.isEmpty()
        && formToken.matches(secret, exchange.parameter(FormToken.FIELD));
  }

  /** The frame of a page whose forms are bound to the browser's session. */
  Frame frame(Exchange exchange, String title) {
    return frame(exchange, title, exchange.sessionId());
  }

  /** The frame of a page whose forms are bound to a secret. */
  Frame frame(Exchange exchange, String title, String secret) {
    HttpServletRequest request = exchange.request();
    String theme = Exchange.cookie(request, THEME_COOKIE);
    boolean known = theme.equals("light") || theme.equals("dark");
    boolean shortcuts = !Exchange.cookie(request, SHORTCUTS_COOKIE).equals("off");
    return new Frame(
        title,
        known ? theme : null,
        shortcuts ? null : "off",
        assets.address("footfall.css"),
        assets.address("footfall.js"),
        assets.address("favicon.svg"),
        exchange.signedIn() ? exchange.caller().login() : "",
        secret.isEmpty() ? "" : formToken.issue(secret),
        exchange.here());
  }

  /** The address of a script that few pages load. */
  String script(String file) {
    return assets.address(file);
  }

  /** Renders a template with its frame and model. */
  void send(Exchange exchange, int status, String template, Object frame, Object model)
      throws IOException {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("model", model);
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", parameters, output);
    HttpServletResponse response = exchange.response();
    response.setStatus(status);
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  void sendMessage(Exchange exchange, int status, Message message) throws IOException {
    send(exchange, status, "message", frame(exchange, message.title()), message);
  }
}
