package org.footfall.visitlog;

/** A segment whose bytes are not what was written. Nothing read from it may be used. */
public final class DamagedSegmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param segment the segment's name
   * @param damage what is wrong with it
   */
  public DamagedSegmentException(String segment, String damage) {
    super(segment + " is damaged: " + damage);
  }
}
