package org.footfall.app;

import java.security.SecureRandom;
import java.util.Optional;
import org.footfall.account.Account;
import org.footfall.account.Accounts;

/** The administrator that a new installation begins with; the password exists only here. */
public record FirstAccount(String login, String password) {
  private static final String LOGIN = "admin";
  private static final int LENGTH = 16;

  /** Letters and digits that are not mistaken for one another. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** Adds an administrator with a drawn password, unless there is an administrator. */
  public static Optional<FirstAccount> add(Accounts accounts) {
    if (accounts.all().stream().anyMatch(Account::superuser)) {
      return Optional.empty();
    }
    FirstAccount first = new FirstAccount(LOGIN, drawPassword());
    accounts.add(first.login, "", first.password, true);
    return Optional.of(first);
  }

  /** A password nobody can guess: 16 characters, 92 bits. */
  public static String drawPassword() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  /** The sentence that shows the password, once. */
  public String announcement() {
    return "Sign in as " + login + " with the password " + password + " (shown only now).";
  }

  @Override
  public String toString() {
    return "FirstAccount[" + login + "]";
  }
}
