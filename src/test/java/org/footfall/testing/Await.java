package org.footfall.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition instead of for a time. */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** At first; who has waited long looks less often, so that looking costs next to nothing. */
  private static final long LOOK_EVERY_NANOS = 2_000_000;

  private Await() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @throws AssertionError naming what was awaited, when it does not hold within 30 seconds
   */
  public static void until(String what, Callable<Boolean> condition) {
    until(what, DEADLINE.toSeconds(), condition);
  }

  /** The same with another deadline. */
  public static void until(String what, long seconds, Callable<Boolean> condition) {
    long start = System.nanoTime();
    while (!holds(condition)) {
      long waited = System.nanoTime() - start;
      if (waited > Duration.ofSeconds(seconds).toNanos()) {
        throw new AssertionError("waited " + seconds + " s in vain until " + what);
      }
      LockSupport.parkNanos(Math.max(LOOK_EVERY_NANOS, waited / 200));
    }
  }

  /** The short rest between two looks at a condition. */
  static void pause() {
    LockSupport.parkNanos(LOOK_EVERY_NANOS);
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError("a condition failed", e);
    }
  }
}
