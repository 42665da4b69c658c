package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.List;

/** The byte strings that a column is laid out as, in the order in which they are read again. */
final class Pieces {
  /**
   * @param dense true when compressing would be in vain
   */
  record Piece(byte[] bytes, boolean dense) {}

  private final List<Piece> pieces = new ArrayList<>();

  void add(byte[] bytes) {
    pieces.add(new Piece(bytes, false));
  }

  void addDense(byte[] bytes) {
    pieces.add(new Piece(bytes, true));
  }

  List<Piece> list() {
    return pieces;
  }
}
