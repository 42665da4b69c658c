package org.footfall.queue;

import java.time.Clock;
import java.time.Duration;

/** Ages of entries, which another machine's clock may have stamped. */
final class Ages {
  private Ages() {}

  /** The time since; zero for a time to come or {@link Long#MAX_VALUE}, which stands for none. */
  static Duration since(long millis, Clock clock) {
    return millis == Long.MAX_VALUE
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(0, clock.millis() - millis));
  }
}
