package org.footfall.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.footfall.site.LocalChanges;
import org.footfall.site.SiteId;

/** Everything that is done with accounts, passwords and tokens. */
public final class Accounts {
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 16;
  private static final int MOST_TOKENS = 500;
  private static final int SHORTEST_PASSWORD = 6;

  /** Looking at a password takes 19 MB and a core for a while. */
  private static final int PASSWORDS_AT_ONCE = 2;

  private final AccountStore store;
  private final Clock clock;
  private final LocalChanges changes;
  private final LoginLimits limits;
  private final Semaphore passwordsAtOnce = new Semaphore(PASSWORDS_AT_ONCE);
  private final SecureRandom random = new SecureRandom();
  private final String nobodysHash = Passwords.hash("nobody's password");

  public Accounts(AccountStore store, Clock clock, LocalChanges changes) {
    this.store = store;
    this.clock = clock;
    this.changes = changes;
    this.limits = new LoginLimits(clock);
  }

  /**
   * Whose token this is.
   *
   * @param secure it did not come in an address
   */
  public Optional<Caller> authenticateToken(String token, boolean secure) {
    Instant now = clock.instant();
    Optional<ApiToken> known = store.findToken(ApiToken.hash(token));
    if (known.isEmpty() || !known.get().valid(now, secure)) {
      return Optional.empty();
    }
    Instant used = known.get().lastUsedAt();
    if (used == null || used.isBefore(now.minus(USE_NOTED_EVERY))) {
      store.noteUse(known.get().hash(), now);
    }
    return find(known.get().login()).map(Account::caller);
  }

  /**
   * Looks at a login (or e-mail address) and a password. Takes the same time whether there is such
   * a login or not.
   *
   * @param address where the guess came from; counted, not kept
   */
  public Login authenticatePassword(String login, String password, String address) {
    Optional<AccountStore.Secret> secret = store.findSecret(login);
    String name = secret.map(AccountStore.Secret::login).orElse(login).toLowerCase(Locale.ROOT);
    List<LoginLimits.Key> keys =
        List.of(
            LoginLimits.Key.both(name, address),
            LoginLimits.Key.address(address),
            LoginLimits.Key.login(name));
    Duration wait = keys.stream().map(limits::wait).max(Duration::compareTo).orElseThrow();
    if (!wait.isZero()) {
      return new Login.Blocked(wait);
    }
    if (!passwordsAtOnce.tryAcquire()) {
      return new Login.Busy();
    }
    boolean right;
    try {
      String hash = secret.map(AccountStore.Secret::hash).orElse(nobodysHash);
      right = Passwords.matches(password, hash) && secret.isPresent();
    } finally {
      passwordsAtOnce.release();
    }
    Optional<Account> account = right ? find(secret.get().login()) : Optional.empty();
    if (account.isEmpty()) {
      keys.forEach(limits::failed);
      return new Login.Refused();
    }
    limits.forget(LoginLimits.Key.both(name, address));
    limits.forget(LoginLimits.Key.login(name));
    return new Login.Accepted(account.get().caller());
  }

  /**
   * Who signed in at that time.
   *
   * @return empty when the account is gone, or its password was changed since
   */
  public Optional<Caller> signedIn(String login, Instant since) {
    return store.findSignedIn(login, since).map(Account::caller);
  }

  public Optional<Account> find(String login) {
    return store.find(login);
  }

  /** All accounts by login. */
  public List<Account> all() {
    return store.all();
  }

  /**
   * Adds an account.
   *
   * @throws IllegalArgumentException with a sentence for the person who asked
   */
  public void add(String login, String email, String password, boolean superuser) {
    if (!login.matches("[A-Za-z0-9À-ž_.@+-]{2,100}") || login.equalsIgnoreCase("anonymous")) {
      throw new IllegalArgumentException(
          "A login has 2 to 100 letters, digits or characters of _.@+- and is not \"anonymous\".");
    }
    checkPassword(password);
    if (!store.add(login, email, Passwords.hash(password), superuser, clock.instant())) {
      throw new IllegalArgumentException("There is an account " + login + " already.");
    }
    changes.changed();
  }

  /**
   * Gives an account a new password; whoever is signed in with the old one is so no longer.
   *
   * @throws IllegalArgumentException with a sentence for the person who asked
   */
  public void setPassword(String login, String password) {
    checkPassword(password);
    if (!store.setPassword(login, Passwords.hash(password), clock.instant())) {
      throw unknown(login);
    }
    changes.changed();
  }

  /**
   * Gives a right on a site, instead of the one held before.
   *
   * @throws IllegalArgumentException with a sentence for the person who asked
   */
  public void grant(String login, SiteId site, Right right) {
    store.grant(known(login), site, right);
    changes.changed();
  }

  /**
   * Takes away all rights on a site.
   *
   * @throws IllegalArgumentException with a sentence for the person who asked
   */
  public void revoke(String login, SiteId site) {
    store.revoke(known(login), site);
    changes.changed();
  }

  /**
   * Makes a token.
   *
   * @param secureOnly not to be taken from addresses
   * @param expiresAt or null for never
   * @return 32 hex digits, which nobody can be shown again
   */
  public String createToken(
      String login, String description, boolean secureOnly, Instant expiresAt) {
    byte[] drawn = new byte[TOKEN_BYTES];
    random.nextBytes(drawn);
    String token = HexFormat.of().formatHex(drawn);
    keep(token, login, description, secureOnly, expiresAt);
    return token;
  }

  /**
   * Lets a token that a client uses already go on working.
   *
   * @throws IllegalArgumentException unless it has 32 hex digits and is nobody else's
   */
  public void importToken(String login, String token, String description) {
    if (!token.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("A token has 32 digits of 0–9 and a–f.");
    }
    keep(token, login, description, false, null);
  }

  /**
   * The tokens of an account, newest first.
   *
   * @throws IllegalArgumentException with a sentence for the person who asked
   */
  public List<ApiToken> tokens(String login) {
    return store.tokensOf(known(login));
  }

  /**
   * Ends a token, named by its id.
   *
   * @throws IllegalArgumentException with a sentence for the person who asked
   */
  public void endToken(String login, String id) {
    List<ApiToken> ended = tokens(login).stream().filter(token -> token.id().equals(id)).toList();
    if (ended.isEmpty()) {
      throw new IllegalArgumentException(login + " has no token " + id + ".");
    }
    for (ApiToken token : ended) {
      store.deleteToken(token.login(), token.hash());
    }
    changes.changed();
  }

  private void keep(
      String token, String login, String description, boolean secureOnly, Instant expiresAt) {
    String owner = known(login);
    if (store.tokensOf(owner).size() >= MOST_TOKENS) {
      throw new IllegalArgumentException(
          owner + " has " + MOST_TOKENS + " tokens, as many as are allowed. End one first.");
    }
    ApiToken kept =
        new ApiToken(
            ApiToken.hash(token), owner, description, secureOnly, clock.instant(), expiresAt, null);
    if (!store.addToken(kept)) {
      Optional<ApiToken> known = store.findToken(kept.hash());
      if (known.isEmpty() || !known.get().login().equals(owner)) {
        throw new IllegalArgumentException("This token belongs to another account.");
      }
    }
    changes.changed();
  }

  private static void checkPassword(String password) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > Passwords.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A password has " + SHORTEST_PASSWORD + " to " + Passwords.MAX_LENGTH + " characters.");
    }
  }

  private static IllegalArgumentException unknown(String login) {
    return new IllegalArgumentException("There is no account " + login + ".");
  }

  /** A login as the account spells it: the database takes spellings for equal that we do not. */
  private String known(String login) {
    return find(login).map(Account::login).orElseThrow(() -> unknown(login));
  }
}
