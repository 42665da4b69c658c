package org.footfall.codec;

import java.util.ArrayList;
import java.util.List;

/** The byte strings that a column is laid out as, in the order in which they are read again. */
public final class Pieces {
  /**
   * @param dense true when compressing would be in vain
   */
  public record Piece(byte[] bytes, boolean dense) {}

  private final List<Piece> pieces = new ArrayList<>();

  public void add(byte[] bytes) {
    pieces.add(new Piece(bytes, false));
  }

  public void addDense(byte[] bytes) {
    pieces.add(new Piece(bytes, true));
  }

  /** Bytes of all pieces. */
  public long size() {
    long size = 0;
    for (Piece piece : pieces) {
      size += piece.bytes().length;
    }
    return size;
  }

  public List<Piece> list() {
    return pieces;
  }
}
