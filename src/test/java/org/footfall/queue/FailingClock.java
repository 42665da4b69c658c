package org.footfall.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the machine, which fails once when told to, as anything may without memory. */
final class FailingClock extends Clock {
  private final AtomicReference<String> failing = new AtomicReference<>("");

  /** The next time that a thread of this name asks, it fails. */
  void failIn(String thread) {
    failing.set(thread);
  }

  boolean hasFailed() {
    return failing.get().isEmpty();
  }

  @Override
  public Instant instant() {
    String name = Thread.currentThread().getName();
    if (name.equals(failing.get()) && failing.compareAndSet(failing.get(), "")) {
      throw new OutOfMemoryError("made by the test");
    }
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
