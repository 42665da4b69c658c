package org.footfall.queue;

import java.io.IOException;

/** Redis cannot be reached, does not answer in time, or refuses. */
final class RedisUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  RedisUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
