package org.footfall.queue;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Redis cannot be reached, does not answer in time, or refuses. */
final class RedisUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  RedisUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether Redis took too long, so that asking once more would take as long again. */
  boolean isTimeout() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
