package org.footfall.queue;

import java.io.IOException;

/** The spool has its full size; nothing was written. */
final class SpoolFull extends IOException {
  private static final long serialVersionUID = 1L;

  SpoolFull(long limitBytes) {
    super("the spool holds its limit of " + limitBytes + " bytes (queue.spool_limit)");
  }
}
