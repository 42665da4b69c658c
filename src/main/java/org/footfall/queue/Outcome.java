package org.footfall.queue;

/**
 * What became of an entry.
 *
 * @param refusal null when it is stored
 * @param uncertain it was refused, yet a copy may turn up later, so that its sequences must not be
 *     given to other hits
 * @param cause may be null
 */
record Outcome(Refusal refusal, boolean uncertain, Throwable cause) {
  static final Outcome STORED = new Outcome(null, false, null);

  static Outcome refused(Refusal refusal, Throwable cause) {
    return new Outcome(refusal, false, cause);
  }

  static Outcome uncertain(Refusal refusal, Throwable cause) {
    return new Outcome(refusal, true, cause);
  }

  boolean stored() {
    return refusal == null;
  }

  /** The same, but uncertain when the other is. */
  Outcome asUncertainAs(boolean other) {
    return stored() || uncertain || !other ? this : new Outcome(refusal, true, cause);
  }
}
