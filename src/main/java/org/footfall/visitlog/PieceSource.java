package org.footfall.visitlog;

/** The pieces of a column being read again, one after the other. */
interface PieceSource {
  /**
   * @throws DamagedSegmentException when there are no more
   */
  ByteSource next();
}
