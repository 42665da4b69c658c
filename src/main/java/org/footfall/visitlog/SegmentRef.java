package org.footfall.visitlog;

/**
 * A stored segment, and where it stands.
 *
 * @param level {@link #BATCH}, {@link #OPEN} or {@link #SEALED}
 * @param rows visits and actions in it, of all its sites and days
 */
record SegmentRef(SegmentName name, int level, int rows) {
  /** Written by the transfer: one batch, many sites and days. */
  static final int BATCH = 0;

  /** Of one site and day that may grow; several of them overlap. */
  static final int OPEN = 1;

  /** Of one site; together with others of its days it is all there is, and shares no visitor. */
  static final int SEALED = 2;

  boolean isSealed() {
    return level == SEALED;
  }
}
