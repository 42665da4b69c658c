package org.footfall.job;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a run may know.
 *
 * @param clock the time
 * @param deadline when the run should be over
 * @param stopping whether the process is about to end
 */
public record JobContext(Clock clock, Instant deadline, BooleanSupplier stopping) {
  /** A run without a deadline, as tests want it. */
  public static JobContext of(Clock clock) {
    return new JobContext(clock, Instant.MAX, () -> false);
  }

  /** Whether to end soon: the deadline has passed or the process stops. */
  public boolean cancelled() {
    return stopping.getAsBoolean() || clock.instant().isAfter(deadline);
  }
}
