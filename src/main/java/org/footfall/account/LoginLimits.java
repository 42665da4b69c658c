package org.footfall.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a password may be guessed: after 20 failures within an hour for one login, or from one
 * address, no further password is looked at until the oldest of them is an hour old. Kept in
 * memory, for the latest hundred thousand logins and addresses.
 */
final class LoginLimits {
  private static final int FAILURES = 20;
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int KEYS = 100_000;

  private final Clock clock;
  private final Cache<String, Deque<Instant>> failures =
      Caffeine.newBuilder().maximumSize(KEYS).build();

  LoginLimits(Clock clock) {
    this.clock = clock;
  }

  /** How long this one has to wait; zero when it may try. */
  Duration wait(String key) {
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
              if (times.size() >= FAILURES) {
                wait[0] = Duration.between(now, times.peekFirst().plus(WINDOW));
              }
              return times.isEmpty() ? null : times;
            });
    return wait[0];
  }

  void failed(String key) {
    failures
        .asMap()
        .compute(
            key,
            (k, known) -> {
              Deque<Instant> times = known == null ? new ArrayDeque<>() : known;
              times.addLast(clock.instant());
              if (times.size() > FAILURES) {
                times.removeFirst();
              }
              return times;
            });
  }

  void forget(String key) {
    failures.invalidate(key);
  }
}
