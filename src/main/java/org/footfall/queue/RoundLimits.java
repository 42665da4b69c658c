package org.footfall.queue;

/**
 * The bounds of the writer.
 *
 * @param hitsPerEntry most hits of a shard in one round
 * @param entryBytes an entry takes no further hit once it has this size
 * @param waitingBytes most bytes of hits that may wait for the writer
 */
record RoundLimits(int hitsPerEntry, int entryBytes, long waitingBytes) {
  /** A longer payload is a mistake of the caller. */
  static final int PAYLOAD_BYTES = 4 << 20;
}
