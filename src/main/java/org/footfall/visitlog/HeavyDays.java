package org.footfall.visitlog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time work on a day of so many rows that are not sealed yet that two of them
 * would take more memory than there is: one turn after the other is slow, a full heap ends all.
 */
public final class HeavyDays {
  /** What a part of such a day has at most, roughly, unless it is one visitor's. */
  static final int PART_ROWS = 300_000;

  private final ReentrantLock turn = new ReentrantLock(true);

  /** Whether so many rows are too many for two at once. */
  static boolean isHeavy(long rows) {
    return rows > PART_ROWS;
  }

  /**
   * Waits for its turn, if it has none yet.
   *
   * @return false for who is interrupted, has none, and should end soon
   */
  @CanIgnoreReturnValue
  boolean enter() {
    if (!turn.isHeldByCurrentThread()) {
      try {
        turn.lockInterruptibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Ends the turn, if it has one. */
  void leave() {
    if (turn.isHeldByCurrentThread()) {
      turn.unlock();
    }
  }
}
