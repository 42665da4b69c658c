package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done about damage in a spool: the bytes are kept aside, counted and reported, once. */
final class SpoolDamage {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolDamage.class);

  private final SpoolDirectory directory;
  private final SetAside setAside;
  private final QueueMetrics metrics;

  SpoolDamage(SpoolDirectory directory, SetAside setAside, QueueMetrics metrics) {
    this.directory = directory;
    this.setAside = setAside;
    this.metrics = metrics;
  }

  void broken(long segment, long offset, ByteBuffer bytes) throws IOException {
    if (setAside.keep(SetAside.place(segment, offset), bytes)) {
      metrics.setAside();
      LOG.error(
          "{} bytes at {} of the spool file {} are broken; they are kept in {} (footfall queue"
              + " replay)",
          bytes.remaining(),
          offset,
          directory.segment(segment),
          directory.setAside());
    }
  }

  /** A file was deleted by somebody else; the gap in the sequences counts the hits. */
  void gone(long segment) {
    metrics.setAside();
    LOG.error("The spool file {} is gone; the hits in it are lost", directory.segment(segment));
  }
}
