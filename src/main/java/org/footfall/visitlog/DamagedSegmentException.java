package org.footfall.visitlog;

/** A segment whose bytes are not what was written. Nothing read from it may be used. */
public final class DamagedSegmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SegmentName segment;

  /**
   * @param damage what is wrong with it
   */
  DamagedSegmentException(SegmentName segment, String damage) {
    super(segment + " is damaged: " + damage);
    this.segment = segment;
  }

  SegmentName segment() {
    return segment;
  }
}
