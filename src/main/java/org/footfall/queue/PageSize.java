package org.footfall.queue;

/**
 * How many entries the next piece of a stream may have. Redis bounds a piece by entries alone, and
 * one of them may have a byte or a megabyte: so the first piece is small, later ones go by what the
 * last one was like, and none is so large that entries of the greatest size would be a danger.
 */
final class PageSize {
  private static final int FIRST = 8;
  private static final int MOST = 32;

  private int most = FIRST;
  private long hitsPerEntry = 1;
  private long largest = 1;

  /** At least one, and no more than what is left of hits and of bytes promises to hold. */
  int next(long hitsLeft, long bytesLeft) {
    long fit = Math.min(hitsLeft / hitsPerEntry, bytesLeft / largest);
    return (int) Math.max(1, Math.min(most, fit));
  }

  /** What the last piece was like. */
  void learn(int entries, long hits, long largestBytes) {
    if (entries > 0) {
      most = MOST;
      hitsPerEntry = Math.max(1, hits / entries);
      largest = Math.max(1, largestBytes);
    }
  }
}
