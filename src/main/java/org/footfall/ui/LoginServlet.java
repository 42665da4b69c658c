package org.footfall.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import org.footfall.account.Accounts;
import org.footfall.account.Caller;
import org.footfall.account.Login;

/** The sign-in page, and back to the page somebody wanted to see. */
final class LoginServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final String PATH = "/login";

  /** Before there is a session, the form is bound to a random cookie of its own. */
  private static final String FORM_COOKIE = "footfall_form";

  private static final int LONGEST_LOGIN = 100;
  private static final int LONGEST_PASSWORD = 1_000;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String NOT_RIGHT = "User name or password is not right.";

  /** What the page shows. */
  record Model(String login, String error, String to) {}

  private final transient Sessions sessions;
  private final transient Accounts accounts;
  private final transient Function<HttpServletRequest, String> clientAddress;
  private final transient SecureRandom random = new SecureRandom();

  LoginServlet(
      Pages pages,
      Sessions sessions,
      Accounts accounts,
      Function<HttpServletRequest, String> clientAddress) {
    super(pages);
    this.sessions = sessions;
    this.accounts = accounts;
    this.clientAddress = clientAddress;
  }

  @Override
  String formSecret(Exchange exchange) {
    return Exchange.cookie(exchange.request(), FORM_COOKIE);
  }

  @Override
  void show(Exchange exchange) throws IOException {
    String to = LocalAddress.orHome(exchange.parameter("to"));
    if (exchange.signedIn()) {
      exchange.redirect(to);
      return;
    }
    form(exchange, HttpServletResponse.SC_OK, new Model("", "", to));
  }

  @Override
  void accept(Exchange exchange) throws IOException {
    String login = exchange.parameter("login").strip();
    String password = exchange.parameter("password");
    String to = LocalAddress.orHome(exchange.parameter("to"));
    if (login.length() > LONGEST_LOGIN || password.length() > LONGEST_PASSWORD) {
      refuse(exchange, new Model("", NOT_RIGHT, to));
      return;
    }
    String address = clientAddress.apply(exchange.request());
    Login answer = accounts.authenticatePassword(login, password, address);
    if (answer instanceof Login.Accepted accepted) {
      begin(exchange, accepted.caller());
      exchange.redirect(to);
    } else if (answer instanceof Login.Blocked blocked) {
      exchange.response().setHeader("Retry-After", Long.toString(blocked.retryAfter().toSeconds()));
      long minutes = blocked.retryAfter().toMinutes() + 1;
      String error =
          "Too many wrong tries. Try again in "
              + Figures.counted(minutes, "minute", "minutes")
              + ".";
      form(exchange, TOO_MANY_REQUESTS, new Model(login, error, to));
    } else if (answer instanceof Login.Busy) {
      exchange.response().setHeader("Retry-After", "1");
      String error = "Too many people sign in at this moment. Try again.";
      form(exchange, TOO_MANY_REQUESTS, new Model(login, error, to));
    } else {
      refuse(exchange, new Model(login, NOT_RIGHT, to));
    }
  }

  /** A new session always; one that the browser brought ends. */
  private void begin(Exchange exchange, Caller caller) {
    if (exchange.signedIn()) {
      sessions.end(exchange.sessionId());
    }
    boolean remember = exchange.parameter("remember").equals("1");
    pages().keep(exchange, sessions.start(caller.login(), remember));
  }

  private void refuse(Exchange exchange, Model model) throws IOException {
    form(exchange, HttpServletResponse.SC_FORBIDDEN, model);
  }

  private void form(Exchange exchange, int status, Model model) throws IOException {
    String secret = formSecret(exchange);
    if (secret.isEmpty()) {
      byte[] bytes = new byte[24];
      random.nextBytes(bytes);
      secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      exchange.setCookie(FORM_COOKIE, secret, PATH, null);
    }
    pages().send(exchange, status, "login", pages().frame(exchange, "Sign in", secret), model);
  }
}
