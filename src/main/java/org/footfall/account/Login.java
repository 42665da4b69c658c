package org.footfall.account;

import java.time.Duration;

/** What became of a login and a password. */
public sealed interface Login {
  /** They belong together. */
  record Accepted(Caller caller) implements Login {}

  /** They do not, or there is no such login; nobody is told which. */
  record Refused() implements Login {}

  /** Too many passwords are being looked at; this one was not. */
  record Busy() implements Login {}

  /** Too many failures lately; the password was not looked at. */
  record Blocked(Duration retryAfter) implements Login {}
}
