package org.footfall.ui;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Who is signed in.
 *
 * <p>A session is a random number of 256 bits that only the browser keeps; the table has its hash.
 * Every sign-in makes a new one and an id that a browser brings along is never taken over, so that
 * nobody can plant theirs. A session lives on while it is used: {@link #IDLE} for one that ends
 * with the browser, {@link #REMEMBERED} for one that was asked to stay, and neither longer than
 * {@link #LONGEST}.
 */
final class Sessions {
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration REMEMBERED = Duration.ofDays(30);
  static final Duration LONGEST = Duration.ofDays(180);

  /** How exact {@code seen_at} is kept: not every page writes to the database. */
  private static final Duration RENEWED_EVERY = Duration.ofMinutes(5);

  private static final int ID_BYTES = 32;
  private static final int ID_CHARACTERS = 43;

  /**
   * A session as a request found it.
   *
   * @param renewed the cookie of a remembered one is to be sent again
   */
  record Session(String id, String login, boolean remembered, Instant startedAt, boolean renewed) {}

  private final SessionStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(SessionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Begins a session for somebody who proved to be this person. */
  Session start(String login, boolean remembered) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    store.removeExpired(now);
    store.add(
        hash(id),
        new SessionStore.Stored(login, remembered, now, now),
        now.plus(remembered ? REMEMBERED : IDLE));
    return new Session(id, login, remembered, now, true);
  }

  /** The session of an id, if there is one that is not over; using it prolongs it. */
  Optional<Session> find(String id) {
    if (id.length() != ID_CHARACTERS) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    byte[] hash = hash(id);
    return store.find(hash, now).map(stored -> seen(id, hash, stored, now));
  }

  private Session seen(String id, byte[] hash, SessionStore.Stored stored, Instant now) {
    boolean renew = !now.isBefore(stored.seenAt().plus(RENEWED_EVERY));
    if (renew) {
      Instant idle = now.plus(stored.remembered() ? REMEMBERED : IDLE);
      Instant longest = stored.createdAt().plus(LONGEST);
      store.extend(hash, now, idle.isBefore(longest) ? idle : longest);
    }
    return new Session(id, stored.login(), stored.remembered(), stored.createdAt(), renew);
  }

  /** Ends a session; an unknown one is no error. */
  void end(String id) {
    store.remove(hash(id));
  }

  private static byte[] hash(String id) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
