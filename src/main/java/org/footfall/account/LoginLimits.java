package org.footfall.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a password may be guessed: after so many failures within an hour no further password is
 * looked at until the oldest of them is an hour old. Kept in memory, for the latest hundred
 * thousand keys.
 *
 * <p>A login from one address has few tries; all logins from it, as of an office behind one router,
 * have more; a login from everywhere has many, since whoever used them up would lock its owner out.
 */
final class LoginLimits {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int KEYS = 100_000;

  /** What is counted, and how many failures it has. */
  record Key(String name, int failures) {
    static Key both(String login, String address) {
      return new Key(login + " from " + address, 20);
    }

    static Key address(String address) {
      return new Key("from " + address, 100);
    }

    static Key login(String login) {
      return new Key(login, 1_000);
    }
  }

  private final Clock clock;
  private final Cache<Key, Deque<Instant>> failures =
      Caffeine.newBuilder().maximumSize(KEYS).build();

  LoginLimits(Clock clock) {
    this.clock = clock;
  }

  /** How long this one has to wait; zero when it may try. */
  Duration wait(Key key) {
    Instant now = clock.instant();
    Duration[] wait = {Duration.ZERO};
    failures
        .asMap()
        .computeIfPresent(
            key,
            (k, times) -> {
              while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(WINDOW))) {
                times.removeFirst();
              }
              if (times.size() >= key.failures()) {
                wait[0] = Duration.between(now, times.peekFirst().plus(WINDOW));
              }
              return times.isEmpty() ? null : times;
            });
    return wait[0];
  }

  void failed(Key key) {
    failures
        .asMap()
        .compute(
            key,
            (k, known) -> {
              Deque<Instant> times = known == null ? new ArrayDeque<>() : known;
              times.addLast(clock.instant());
              if (times.size() > key.failures()) {
                times.removeFirst();
              }
              return times;
            });
  }

  void forget(Key key) {
    failures.invalidate(key);
  }
}
