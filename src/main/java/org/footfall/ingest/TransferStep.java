package org.footfall.ingest;

/** One step of the transfer. */
sealed interface TransferStep {
  /** One word, for metrics and messages. */
  String name();

  /** A step that looks at one hit alone; many threads run it at once. */
  non-sealed interface Each extends TransferStep {
    /**
     * Fills in its part of the draft.
     *
     * @throws RuntimeException if the hit cannot be processed; it is then set aside with the reason
     */
    void take(Draft draft);
  }

  /** A step that takes the hits of a batch in their order, in one thread. */
  non-sealed interface Whole extends TransferStep {
    /**
     * @throws RuntimeException if the batch cannot be processed; nothing of it may last then
     */
    void take(TransferBatch batch);
  }
}
