package org.footfall.codec;

/** The pieces of a column being read again, one after the other. */
public interface PieceSource {
  /**
   * @throws RuntimeException the source's {@link Damage} when there are no more
   */
  ByteSource next();
}
