package org.footfall.ingest;

/**
 * Finds a hit that ends the process.
 *
 * <p>Before a process begins a shard's next batch it counts an attempt in the shard's row; a batch
 * that is committed sets the count back. So whoever starts and finds a count knows how many
 * processes ended in the midst of what waits there now. One or two may have been anything; after
 * more the batches become smaller, down to one hit, and stay so until many hits have gone well. If
 * even then the process ends, the first hit that waits is the one, and it is set aside unseen.
 *
 * <p>A failure that the process outlives is no business of this class: such a hit is found by
 * halving.
 */
final class Caution {
  /** Ended processes at which batches become smaller, and by what they are divided then. */
  private static final int WARY = 3;

  private static final int DIVISOR = 10;

  /** Ended processes at which the first hit is set aside. */
  static final int GIVE_UP = 8;

  /** So many hits must go well before batches are whole again. */
  private static final int WELL = 10_000;

  private boolean counted;
  private int ends;
  private int well;
  private boolean givesUp;

  /** How much to add to the row's count: a process counts its attempt once. */
  int attempt() {
    return counted ? 0 : 1;
  }

  /** The attempt has been added to the row, which said this before. */
  void begin(int count) {
    if (!counted) {
      counted = true;
      ends = count;
      well = 0;
      givesUp = ends >= GIVE_UP;
    }
  }

  /** Everything that waited has gone well. */
  void end() {
    counted = false;
    ends = 0;
    givesUp = false;
  }

  /** Whether nothing must be done with a hit before its turn. */
  boolean isWary() {
    return ends >= WARY;
  }

  /** Most hits of the next batch. */
  int size(int most) {
    int size = most;
    for (int i = WARY; i <= ends && size > 1; i++) {
      size = Math.max(1, size / DIVISOR);
    }
    return size;
  }

  /** Whether the next hit that is not in the log yet is to be set aside. */
  boolean givesUp() {
    return givesUp;
  }

  void gaveUp() {
    givesUp = false;
  }

  /** How many processes ended. */
  int ends() {
    return ends;
  }

  /** What the row's count becomes with the next commit. */
  int count() {
    return ends >= WARY ? ends + 1 : 1;
  }

  /** Hits have been committed. */
  void wentWell(int hits) {
    well += hits;
    if (ends < WARY || well >= WELL) {
      ends = 0;
    }
  }
}
