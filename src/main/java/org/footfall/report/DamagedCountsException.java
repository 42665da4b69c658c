package org.footfall.report;

/** Stored counts whose bytes are not what was written; they are counted anew. */
final class DamagedCountsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedCountsException(String what) {
    super("Stored counts are damaged: " + what + ".");
  }
}
