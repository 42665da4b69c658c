package org.footfall.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.footfall.account.Accounts;
import org.footfall.account.Login;

/**
 * {@code UsersManager.createAppSpecificTokenAuth}: how apps sign in. Whoever knows a login (or an
 * e-mail address) and its password gets a token of its own for the app; guesses are slowed as at
 * the page where people sign in.
 */
final class TokenMethods {
  private static final int LONGEST_LOGIN = 200;
  private static final int LONGEST_PASSWORD = 1_000;
  private static final int LONGEST_DESCRIPTION = 100;
  private static final int MOST_HOURS = 10 * 365 * 24;

  private final Accounts accounts;
  private final UnaryOperator<String> guessers;
  private final Clock clock;

  /**
   * @param guessers whom a wrong password that came from an address is counted for
   */
  TokenMethods(Accounts accounts, UnaryOperator<String> guessers, Clock clock) {
    this.accounts = accounts;
    this.guessers = guessers;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("UsersManager.createAppSpecificTokenAuth", this::create);
  }

  private Answer create(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    String login = parameters.required("userLogin");
    String password = parameters.required("passwordConfirmation");
    String description = parameters.required("description");
    if (description.isBlank() || description.length() > LONGEST_DESCRIPTION) {
      throw ApiException.of(400, "The parameter 'description' has 1 to 100 characters.");
    }
    Instant end = end(parameters);
    Login answer =
        login.length() > LONGEST_LOGIN || password.length() > LONGEST_PASSWORD
            ? new Login.Refused()
            : accounts.authenticatePassword(login, password, guessers.apply(call.ip()));
    if (answer instanceof Login.Accepted accepted) {
      return token(accepted.caller().login(), description, end);
    }
    if (answer instanceof Login.Blocked blocked) {
      long seconds = Math.max(1, blocked.retryAfter().toSeconds());
      throw ApiException.of(
          429, "There were too many wrong passwords. Try again in " + seconds + " seconds.");
    }
    if (answer instanceof Login.Busy) {
      throw ApiException.of(503, "Too many people sign in at the moment. Try again in a moment.");
    }
    throw ApiException.of(401, "The login or the password is not right.");
  }

  private Answer token(String login, String description, Instant end) throws ApiException {
    try {
      return new Answer.Value(accounts.createToken(login, description, false, end));
    } catch (IllegalArgumentException e) {
      throw ApiException.of(400, e.getMessage());
    }
  }

  /** When the token ends; null for never. */
  private Instant end(ApiParameters parameters) throws ApiException {
    Instant now = clock.instant();
    int hours = parameters.number("expireHours", 0);
    if (hours < 0 || hours > MOST_HOURS) {
      throw ApiException.of(400, "The parameter 'expireHours' is a number from 0 to 87600.");
    }
    Instant end = hours == 0 ? null : now.plus(Duration.ofHours(hours));
    String date = parameters.text("expireDate", "");
    if (!date.isEmpty()) {
      end = dayAfter(date);
    }
    if (end != null && !end.isAfter(now)) {
      throw ApiException.of(400, "The token would have ended already: 'expireDate' is past.");
    }
    return end;
  }

  /** The end of that day, everywhere. */
  private static Instant dayAfter(String date) throws ApiException {
    try {
      LocalDate day = LocalDate.parse(date);
      if (day.getYear() < 2000 || day.getYear() > 9000) {
        throw new DateTimeParseException("a year nobody means", date, 0);
      }
      return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(1, ChronoUnit.DAYS);
    } catch (DateTimeParseException e) {
      throw ApiException.of(400, "The parameter 'expireDate' is a day, as 2027-01-31.");
    }
  }
}
