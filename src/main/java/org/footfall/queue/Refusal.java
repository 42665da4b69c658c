package org.footfall.queue;

import java.util.Locale;

/** Why hits were refused; the label of {@code footfall_queue_refused_hits_total}. */
enum Refusal {
  /** More bytes wait for the writer than {@code queue.waiting_limit} allows. */
  WAITING("too many hits wait to be stored"),
  /** The spool has its full size. */
  SPOOL_FULL("the disk spool is full"),
  /** The disk refused. */
  SPOOL_FAILED("the disk spool could not be written"),
  /** Redis refused, and the spool is another process's. */
  REDIS("Redis does not take hits"),
  /** The process is stopping. */
  CLOSED("the queue is closed"),
  /** A fault in the program. */
  FAULT("storing hits failed unexpectedly");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sentence() {
    return sentence;
  }
}
